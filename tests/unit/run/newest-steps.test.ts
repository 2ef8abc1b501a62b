import { expect, test } from "@jest/globals";
import { createNewestSteps } from "@/lib/run/newest-steps";
import type { RunEvent, RunPresence } from "@/lib/run/run-event";
import { createViewer, type Viewer, type ViewerOptions } from "@/lib/run/viewer";
import type { Wants } from "@/lib/run/wants";
import { createLog, text } from "./log-of";

const wants: Wants = {
  outputs: new Set(["out"]),
  yields: false,
  run: false,
  status: false,
  progress: false,
  notices: false,
  position: false,
  viewers: false,
};

/** Viewers of one run, as it has them. */
async function createAudience() {
  const log = await createLog();
  const newest = createNewestSteps();
  let presence: RunPresence = { place: undefined, viewers: 2 };
  return {
    say: (word: string) => log.append({ outputs: { out: text(word) } }),
    setViewers(viewers: number) {
      presence = { place: undefined, viewers };
    },
    follow: (more: Partial<ViewerOptions> = {}): Viewer =>
      createViewer({
        record: log.record,
        logs: log.logs,
        newest,
        delivery: "EVERY",
        wants,
        owner: false,
        after: undefined,
        maxEventBytes: 2 ** 20,
        presence: () => presence,
        onLeave: () => {},
        ...more,
      }),
  };
}

const nextOf = async (viewer: Viewer): Promise<RunEvent | undefined> => (await viewer.next()).value;
const deltaOf = (event: RunEvent | undefined) =>
  event?.outputs.out?.kind === "text" ? event.outputs.out.delta : undefined;

test("viewers who keep up are given the same event, whatever their delivery", async () => {
  const audience = await createAudience();
  const viewers = [
    audience.follow(),
    audience.follow({ delivery: "LATEST" }),
    audience.follow({ delivery: "EVERY" }),
  ];
  const round = async (word: string) => {
    const waiting = viewers.map(nextOf);
    await audience.say(word);
    return Promise.all(waiting);
  };
  await round("a");
  const [one, ...others] = await round("b");
  expect(deltaOf(one)).toBe("b");
  expect(one?.whole.out).toMatchObject({ delta: "ab" });
  for (const other of others) expect(other).toBe(one);
});

test("who has started the run, and who comes when another number watches, have events of their own", async () => {
  const audience = await createAudience();
  const [first, owner, later] = [
    audience.follow(),
    audience.follow({ owner: true }),
    audience.follow(),
  ];
  await audience.say("a");
  const shared = await nextOf(first);
  const owned = await nextOf(owner);
  expect([shared?.owner, owned?.owner]).toEqual([false, true]);
  audience.setViewers(3);
  const other = await nextOf(later);
  expect(other).not.toBe(shared);
  expect(other?.presence.viewers).toBe(3);
  expect([shared, owned, other].map(deltaOf)).toEqual(["a", "a", "a"]);
});

test("who is far behind gets all in order, and takes nobody's step away", async () => {
  const audience = await createAudience();
  const ahead = audience.follow();
  const words = Array.from({ length: 40 }, (_, at) => `${at} `);
  for (const word of words) {
    await audience.say(word);
    expect(deltaOf(await nextOf(ahead))).toBe(word);
  }
  const behind = audience.follow();
  const seen: (string | undefined)[] = [];
  for (const _ of words) seen.push(deltaOf(await nextOf(behind)));
  expect(seen).toEqual(words);
  const waiting = [ahead, behind].map(nextOf);
  await audience.say("end");
  const [one, other] = await Promise.all(waiting);
  expect(deltaOf(one)).toBe("end");
  expect(other).toBe(one);
});
