import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { afterEach, expect, jest, test } from "@jest/globals";
import { createUploadFolder } from "@/lib/store/upload-folder";
import type { UploadStore } from "@/lib/store/upload-store";
import { createTemporaryUploads } from "./temporary-uploads";

const open: AsyncDisposable[] = [];
async function createUploads(...[options]: Parameters<typeof createTemporaryUploads>) {
  const uploads = await createTemporaryUploads(options);
  open.push(uploads);
  return uploads;
}
afterEach(async () => {
  jest.useRealTimers();
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function* bytes(...sizes: number[]) {
  for (const size of sizes) yield new Uint8Array(size).fill(65);
}
const filesOf = (store: UploadStore) => readdirSync(store.folder);

test("what comes in is there under a name of its own, for its owner's eyes", async () => {
  const store = await createUploads();
  const { id, file } = await store.receive("../note.txt", bytes(5, 6));
  expect(await store.find(id)).toEqual({ id, file });
  expect(file).toMatchObject({ name: "note.txt", size: 11, mimeType: "text/plain" });
  expect(path.dirname(file.path)).toBe(store.folder);
  expect((await stat(file.path)).mode & 0o777).toBe(0o600);
  expect((await stat(store.folder)).mode & 0o777).toBe(0o700);
});

test("of what is too large, or fails on its way, nothing stays", async () => {
  const store = await createUploads({ maxBytes: 10 });
  await expect(store.receive("a", bytes(6, 5))).rejects.toMatchObject({ code: "UPLOAD_TOO_LARGE" });
  async function* broken() {
    yield* bytes(5);
    throw new Error("cut");
  }
  await expect(store.receive("a", broken())).rejects.toThrow("cut");
  const blind = await createUploads({ probe: () => Promise.reject(new Error("blind")) });
  await expect(blind.receive("a", bytes(5))).rejects.toThrow("blind");
  expect([filesOf(store), filesOf(blind)]).toEqual([[], []]);
  await store.receive("a", bytes(10));
});

test.each([
  ["files", { maxCount: 1 }, 1],
  ["bytes", { maxTotalBytes: 20 }, 15],
])("who finds no room for more %s takes none from those who are sending", async (_, most, size) => {
  const store = await createUploads(most);
  let go = () => {};
  const going = new Promise<void>((resolve) => {
    go = resolve;
  });
  let began = () => {};
  const begun = new Promise<void>((resolve) => {
    began = resolve;
  });
  async function* slowly() {
    yield* bytes(8);
    began();
    await going;
    yield* bytes(8);
  }
  const first = store.receive("1", slowly());
  await begun;
  const second = store.receive("2", bytes(size));
  const refused = expect(second).rejects.toMatchObject({ code: "TOO_MANY_UPLOADS" });
  go();
  await refused;
  expect((await first).file.size).toBe(16);
});

test("all together are bounded; those go first that are kept only to be run again", async () => {
  const store = await createUploads({ maxTotalBytes: 20, maxCount: 3 });
  const [first, second] = [
    await store.receive("1", bytes(8)),
    await store.receive("2", bytes(8)),
  ] as const;
  await expect(store.receive("3", bytes(8))).rejects.toMatchObject({
    code: "TOO_MANY_UPLOADS",
    message: expect.stringContaining("YIELDCAST_MAX_UPLOADS_TOTAL_BYTES"),
  });
  store.hold("run", [first.id]);
  await expect(store.receive("3", bytes(8))).rejects.toMatchObject({ code: "TOO_MANY_UPLOADS" });
  store.release("run");
  const third = await store.receive("3", bytes(8));
  expect(await store.find(first.id)).toBeUndefined();
  expect(await store.find(second.id)).toBeDefined();
  await store.receive("4", bytes(1));
  await expect(store.receive("5", bytes(1))).rejects.toMatchObject({
    message: expect.stringContaining("YIELDCAST_MAX_UPLOADS "),
  });
  expect(filesOf(store)).toHaveLength(3);
  expect(third.file.size).toBe(8);
});

test("one is kept for a while after the last run that held it", async () => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  const store = await createUploads({ keepSeconds: 600 });
  const { id } = await store.receive("a", bytes(5));
  store.hold("one", [id]);
  store.hold("two", [id]);
  jest.advanceTimersByTime(700_000);
  store.release("one");
  jest.advanceTimersByTime(700_000);
  expect(await store.find(id)).toBeDefined();
  store.release("two");
  jest.advanceTimersByTime(599_000);
  expect(await store.find(id)).toBeDefined();
  store.hold("three", [id]);
  jest.advanceTimersByTime(700_000);
  expect(await store.find(id)).toBeDefined();
  store.release("three");
  jest.advanceTimersByTime(601_000);
  expect(await store.find(id)).toBeUndefined();
});

test("with nothing kept, there is time to start a run all the same", async () => {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  const store = await createUploads({ keepSeconds: 0 });
  const [used, unused] = [await store.receive("a", bytes(5)), await store.receive("b", bytes(5))];
  store.hold("run", [used.id]);
  store.release("run");
  expect(await store.find(used.id)).toBeUndefined();
  jest.advanceTimersByTime(59_000);
  expect(await store.find(unused.id)).toBeDefined();
  jest.advanceTimersByTime(2_000);
  expect(await store.find(unused.id)).toBeUndefined();
});

test("nothing stays of a store that is closed, and it takes nothing more", async () => {
  const store = await createUploads();
  const { parent } = store;
  const { id } = await store.receive("a", bytes(5));
  let go = () => {};
  const goes = new Promise<void>((resolve) => {
    go = resolve;
  });
  async function* slow() {
    yield* bytes(5);
    await goes;
    yield* bytes(5);
  }
  const coming = store.receive("b", slow());
  const refused = expect(coming).rejects.toMatchObject({ code: "SHUTDOWN" });
  const inner = await createUploads();
  void inner;
  await store.find(id);
  const { folder } = store;
  open.splice(open.indexOf(store), 1);
  await store[Symbol.asyncDispose]();
  go();
  await refused;
  expect(await stat(folder).catch(() => "gone")).toBe("gone");
  expect(await stat(parent).catch(() => "gone")).toBe("gone");
});

test("what killed processes left is swept, and what others use is not", async () => {
  const { parent } = await createUploads();
  const own = path.basename(createUploadFolder(parent).path);
  const [, , host = "", pid = "", start = ""] = own.split("-");
  const dead = `${spawnSync(process.execPath, ["-e", ""]).pid}`;
  const name = (...parts: string[]) => `yieldcast-uploads-${parts.join("-")}`;
  const left = [name(host, dead, "1", "a"), name(host, pid, "1", "a"), name("0000", pid, "1", "a")];
  const used = [
    name(host, pid, start, "a"),
    name(host, `${process.ppid}`, "1", "a"),
    name("0000", pid, "1", "b"),
    "somebody-elses",
  ];
  for (const each of [...left, ...used]) await mkdir(path.join(parent, each));
  await utimes(path.join(parent, left[2] ?? ""), 1, 1);
  await createUploadFolder(parent).swept;
  expect((await readdir(parent)).sort()).toEqual([...used].sort());
});
