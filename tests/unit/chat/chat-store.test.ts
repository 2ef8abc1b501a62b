import { afterEach, beforeEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { DemoError, defineChat, text } from "yieldcast";
import { type ChatStore, createChatStore } from "@/lib/client/chat/chat-store";
import type { Attachment, Said, Turn } from "@/lib/client/chat/conversation";
import { textsOf } from "@/lib/client/chat/joined-reply";
import { createMemoryOf, openTab } from "../client/live-client";
import { createLiveServer, type LiveServer } from "../client/live-server";

/** Says what it was told; waits where it is told to, until it is let go. */
function createTalk() {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const talk = defineChat({
    attachments: { images: true },
    inputs: { tone: text() },
    async *reply({ message, history, attachments, tone }, { notify }) {
      if (tone === "calm") notify("info", `Calm about ${message}.`);
      yield `${history.map((said) => `${said.text}/${said.attachments.length}`).join(", ")} > `;
      yield `${message}/${attachments.length} ${tone}`;
      if (message === "wait") await gone;
      if (message === "fail") throw new DemoError("Too tired.");
    },
  });
  return { talk, letGo: () => letGo() };
}

let chat: ReturnType<typeof createTalk>;
let server: LiveServer;
/** What a tab keeps over a reload. */
let kept: Map<string, string>;

beforeEach(async () => {
  chat = createTalk();
  server = await createLiveServer(
    { talk: chat.talk },
    { YIELDCAST_UPLOAD_KEEP_SECONDS: "0", YIELDCAST_GRACE_SECONDS: "60" },
  );
  kept = new Map();
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
});

/** The page as it is after a load; `leave` is a reload. */
async function openPage() {
  const memory = createMemoryOf(kept);
  const tab = openTab(server, { memory });
  const run = await tab.store("talk");
  const store = createChatStore({
    ...{ demo: "talk", run, attachments: true, memory },
    settingsOf: ({ tone }) => (tone ? `Tone ${tone}` : undefined),
  });
  const disconnect = store.connect();
  const inputs = store.resume();
  return {
    store,
    run,
    inputs,
    leave() {
      disconnect();
      run.dispose();
      tab.client.dispose();
    },
  };
}

/** Resolves with the turns on show as soon as they are what is waited for. */
function until(store: ChatStore, isSo: (path: readonly Turn[]) => boolean) {
  return new Promise<readonly Turn[]>((resolve) => {
    const look = () => {
      const { path } = store.getSnapshot();
      if (!isSo(path)) return;
      unsubscribe();
      resolve(path);
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

const over = (count: number) => (path: readonly Turn[]) =>
  path.length === count && path.at(-1)?.phase !== "live";
const said = (words: string, attachments: readonly Attachment[] = []): Said => ({
  text: words,
  attachments,
});
const replies = (path: readonly Turn[]) =>
  path.map(({ reply }) => (reply ? textsOf(reply).join() : undefined));
const last = (store: ChatStore) => store.getSnapshot().path.at(-1) as Turn;

test("each message is told what was said before it on its branch, and the inputs of now", async () => {
  const { store, leave } = await openPage();
  store.send(said("one"), { tone: "calm" }, undefined);
  const [one] = await until(store, over(1));
  store.send(said("two"), { tone: "wild" }, one);
  const path = await until(store, over(2));
  expect(replies(path)).toEqual([" > one/0 calm", "one/0,  > one/0 calm/0 > two/0 wild"]);
  expect(path.map(({ settings }) => settings)).toEqual(["Tone calm", "Tone wild"]);
  expect(path.map(({ notices }) => notices?.map(({ text }) => text))).toEqual([
    ["Calm about one."],
    undefined,
  ]);
  store.edit(last(store), said("zwei"), {});
  const edited = await until(store, over(2));
  expect(replies(edited)[1]).toBe("one/0,  > one/0 calm/0 > zwei/0 ");
  expect(edited[1]?.settings).toBeUndefined();
  store.retry(one as Turn, {});
  expect(replies(await until(store, over(1)))).toEqual([" > one/0 "]);
  store.show(one as Turn);
  expect(store.getSnapshot().path.map((turn) => turn.said.text)).toEqual(["one", "zwei"]);
  leave();
});

test("a reply is followed over a reload, with the key that stops it", async () => {
  const before = await openPage();
  before.store.send(said("wait"), { tone: "calm" }, undefined);
  await until(before.store, ([turn]) => (turn?.reply?.parts[0]?.text ?? "").includes("wait"));
  before.leave();
  const after = await openPage();
  expect(after.inputs).toEqual({ tone: "calm" });
  expect(after.store.getSnapshot().live).toBe(1);
  await until(after.store, ([turn]) => (turn?.reply?.parts[0]?.text ?? "").includes("wait"));
  await new Promise<void>((resolve) => {
    const isOwner = () => after.run.getSnapshot().owner && resolve();
    after.run.subscribe(isOwner);
    isOwner();
  });
  after.store.stop();
  expect(await until(after.store, over(1))).toMatchObject([{ phase: "cancelled" }]);
  chat.letGo();
  after.leave();
  const later = await openPage();
  expect(later.store.getSnapshot()).toMatchObject({
    live: undefined,
    path: [{ id: 1, settings: "Tone calm", notices: [{ text: "Calm about wait." }] }],
  });
  expect(replies(later.store.getSnapshot().path)).toEqual([" > wait/0 calm"]);
  later.leave();
});

test("stop, pressed at once after a reload, stops the run that goes on", async () => {
  const before = await openPage();
  before.store.send(said("wait"), {}, undefined);
  const [turn] = await until(before.store, ([turn]) => turn?.run !== undefined);
  before.leave();
  const { store, leave } = await openPage();
  store.stop();
  await until(store, over(1));
  const head = await server.house.logs.head(turn?.run ?? "");
  expect(head?.run.status).toBe("CANCELLED");
  chat.letGo();
  leave();
});

test("what is said while a reply goes on takes its place, and what it had said stays", async () => {
  const { store, leave } = await openPage();
  store.send(said("wait"), {}, undefined);
  await until(store, ([turn]) => (turn?.reply?.parts[0]?.text ?? "").includes("wait"));
  const [first] = store.getSnapshot().path;
  store.edit(first as Turn, said("other"), {});
  await until(store, over(1));
  store.show(first as Turn);
  expect(store.getSnapshot().path).toMatchObject([{ phase: "cancelled", said: { text: "wait" } }]);
  expect(replies(store.getSnapshot().path)).toEqual([" > wait/0 "]);
  chat.letGo();
  leave();
});

test("undo of a reply that goes on stops its run", async () => {
  const { store, run, leave } = await openPage();
  store.send(said("wait"), {}, undefined);
  const [turn] = await until(
    store,
    ([turn]) => turn?.run !== undefined && turn.reply !== undefined,
  );
  store.undo(turn as Turn);
  expect(store.getSnapshot()).toMatchObject({ path: [], live: undefined });
  await new Promise<void>((resolve) => {
    const isOver = () => run.getSnapshot().phase === "cancelled" && resolve();
    run.subscribe(isOver);
    isOver();
  });
  chat.letGo();
  leave();
});

test("a reply that failed keeps what was said, and is tried again as a branch", async () => {
  const { store, leave } = await openPage();
  store.send(said("fail"), {}, undefined);
  const [failed] = await until(store, over(1));
  expect(failed).toMatchObject({ phase: "failed", problem: { message: "Too tired." } });
  expect(replies([failed as Turn])).toEqual([" > fail/0 "]);
  store.retry(failed as Turn, {});
  await until(store, ([turn]) => turn?.id === 2 && turn.phase === "failed");
  leave();
});

test("an input that is not taken is its turn's problem, which is tried again in its place", async () => {
  const { store, leave } = await openPage();
  store.send(said("one"), { tone: "x".repeat(20_000) }, undefined);
  const [failed] = await until(store, over(1));
  expect(failed).toMatchObject({ phase: "failed", problem: { argument: "tone" } });
  store.retry(failed as Turn, { tone: "calm" });
  const [again] = await until(store, ([turn]) => turn?.phase === "done");
  expect(again?.id).toBe(failed?.id);
  leave();
});

test("a conversation goes on without pictures of before that are not kept any more", async () => {
  const { store, leave } = await openPage();
  const content = await sharp({
    create: { width: 4, height: 4, channels: 3, background: "red" },
  })
    .png()
    .toBuffer();
  const bytes = (async function* () {
    yield content;
  })();
  const { id } = await server.house.uploads.receive("a.png", bytes);
  const attachment = { id, name: "a.png", thumbnail: undefined };
  store.send(said("look", [attachment]), {}, undefined);
  const [look] = await until(store, over(1));
  expect(replies([look as Turn])).toEqual([" > look/1 "]);
  // Nothing holds it after its run: it goes at once.
  while (await server.house.uploads.find(id)) await new Promise((resolve) => setImmediate(resolve));
  store.send(said("and?"), {}, look);
  const path = await until(store, over(2));
  expect(replies(path)[1]).toBe("look/0,  > look/1 /0 > and?/0 ");
  expect(path[0]?.said.attachments).toEqual([{ ...attachment, id: undefined }]);
  // Its own picture is another matter: without it the message would be another one.
  store.send(said("look", [attachment]), {}, last(store));
  expect((await until(store, over(3)))[2]).toMatchObject({
    phase: "failed",
    problem: { arguments: [{ argument: "attachments", code: "UPLOAD_NOT_FOUND" }] },
  });
  leave();
});

test("where the page was left before the reply had a run, it says so", async () => {
  const before = await openPage();
  server.wire.hold();
  before.store.send(said("one"), {}, undefined);
  before.leave();
  server.wire.release();
  const { store, leave } = await openPage();
  expect(store.getSnapshot()).toMatchObject({
    live: undefined,
    path: [{ phase: "failed", problem: { code: "START_UNKNOWN" } }],
  });
  leave();
});
