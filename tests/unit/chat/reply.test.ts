import { describe, expect, test } from "@jest/globals";
import { nextMessage, step } from "yieldcast";
import { type JoinedReply, joinReply, type ReplyOnWire } from "@/lib/client/chat/joined-reply";
import {
  type LoggedReply,
  loggedReply,
  mergeReplies,
  replyInPieces,
} from "@/lib/kinds/reply/logged-reply";
import { replyOutput } from "@/lib/kinds/reply/output";

const context = { maxValueBytes: 1000, keepBytes: async () => "picture", readableFolders: [] };

/** What the log keeps of some yields. */
async function logOf(yields: readonly unknown[]): Promise<LoggedReply[]> {
  const writer = replyOutput.writer({}, context);
  const log: LoggedReply[] = [];
  for (const value of yields) log.push(await writer.write(value));
  const last = await writer.end?.();
  return last ? [...log, last] : log;
}

const merged = (log: readonly LoggedReply[]) => log.reduce(mergeReplies, loggedReply([]));

/** As it goes over the wire. */
function onWire({ reset, parts }: LoggedReply): ReplyOnWire {
  return {
    reset,
    parts: parts.map((part) => ({
      at: part.at,
      message: part.message,
      type: part.type.toUpperCase() as "TEXT",
      delta: part.type === "image" ? "" : part.delta,
      parent: part.type === "step" ? (part.parent ?? null) : null,
      title: part.type === "step" ? part.title : null,
      state: part.type === "step" ? (part.state.toUpperCase() as "DONE") : null,
      beganMs: part.type === "step" ? part.beganMs : null,
      durationMs: part.type === "step" ? (part.durationMs ?? null) : null,
      image: null,
    })),
  };
}

/** What a page shows, without what only tells whether a text has grown. */
function shown(reply: JoinedReply): unknown {
  return reply.parts.map(({ origin: _, ...part }) => part);
}

const outer = step("Searching");
const inner = outer.step("Reading");
const everything = [
  "He",
  "llo 👩",
  outer,
  outer.text("Looking "),
  inner,
  inner.text("It says"),
  "Meanwhile ",
  inner.text(" no."),
  "more.",
  inner.failed(" None."),
  outer.done("Searched"),
  nextMessage(),
  nextMessage(),
  { text: "Again: " },
  { image: { data: new Uint8Array(3), width: 1, height: 1, channels: 3 } },
  "done",
];

describe("a reply's log", () => {
  test("has texts, steps within steps and pictures, in messages", async () => {
    const { parts } = merged(await logOf(everything));
    expect(parts.map(({ at, message, type }) => [at, message, type])).toEqual([
      [0, 0, "text"],
      [1, 0, "step"],
      [2, 0, "step"],
      [3, 0, "text"],
      [4, 1, "text"],
      [5, 1, "image"],
      [6, 1, "text"],
    ]);
    expect(parts[0]).toMatchObject({ delta: "Hello 👩" });
    expect(parts[1]).toMatchObject({ title: "Searched", state: "done", delta: "Looking " });
    expect(parts[2]).toMatchObject({ parent: 1, state: "failed", delta: "It says no. None." });
    expect(parts[3]).toMatchObject({ delta: "Meanwhile more." });
  });

  test("merges the same however it is cut into neighbouring parts", async () => {
    const log = await logOf(everything);
    const whole = merged(log);
    for (let cut = 0; cut <= log.length; cut++) {
      for (let next = cut; next <= log.length; next++) {
        const parts = [log.slice(0, cut), log.slice(cut, next), log.slice(next)].map(merged);
        expect(parts.reduce(mergeReplies)).toEqual(whole);
        const [a, b, c] = parts as [LoggedReply, LoggedReply, LoggedReply];
        expect(mergeReplies(a, mergeReplies(b, c))).toEqual(whole);
      }
    }
  });

  test("gives its state in pieces that merge into it, and forget what was before", async () => {
    const whole = merged(await logOf(everything));
    for (const size of [1, 64, 500, Number.POSITIVE_INFINITY]) {
      const pieces = replyInPieces(whole, size);
      const again = pieces.reduce(mergeReplies, merged(await logOf(["something else"])));
      expect({ ...again, reset: false }).toEqual(whole);
      expect(pieces[0]?.reset).toBe(true);
      expect(pieces.slice(1).some(({ reset }) => reset)).toBe(false);
    }
    expect(replyInPieces(whole, 1).length).toBeGreaterThan(20);
    expect(replyInPieces(loggedReply([]), 10)).toEqual([loggedReply([], true)]);
  });

  test("is the same on a page, by each yield, by pieces, and merged", async () => {
    const log = await logOf(everything);
    const join = (some: readonly LoggedReply[]) =>
      some.map(onWire).reduce<JoinedReply | undefined>(joinReply, undefined) ?? { parts: [] };
    const whole = shown(join([merged(log)]));
    expect(shown(join(log))).toEqual(whole);
    expect(shown(join(replyInPieces(merged(log), 8)))).toEqual(whole);
  });

  test("keeps its size and the names of its pictures up to date", async () => {
    const whole = merged(await logOf(everything));
    expect(whole).toEqual(loggedReply(whole.parts));
    expect(replyOutput.bytes?.(whole)).toEqual({ ids: ["picture"], size: 3 });
  });

  test("never ends in half a surrogate pair, in texts and steps", async () => {
    const [high, low] = ["\ud83d", "\udc69"];
    const log = await logOf([
      `a${high}`,
      `${low}b`,
      outer.text(high as string),
      outer.text(low as string),
    ]);
    const deltas = log.flatMap(({ parts }) => parts.map((part) => "delta" in part && part.delta));
    expect(deltas).toEqual(["a", "👩b", "", "👩", ""]);
  });

  test("ends the steps that go on where the generator ends", async () => {
    const log = await logOf([outer, inner, inner.done()]);
    const { parts } = merged(log);
    expect(parts.map((part) => part.type === "step" && part.state)).toEqual(["done", "done"]);
    expect(parts.every((part) => part.type === "step" && part.durationMs !== undefined)).toBe(true);
  });

  test("costs no more for a token where the reply is long", () => {
    const token: LoggedReply = loggedReply([
      { at: 0, message: 0, begins: false, type: "text", delta: "token " },
    ]);
    const time = (reply: LoggedReply) => {
      const begin = performance.now();
      let state = reply;
      for (let count = 0; count < 20_000; count++) state = mergeReplies(state, token);
      return performance.now() - begin;
    };
    const long = loggedReply([
      { at: 0, message: 0, begins: true, type: "text", delta: "x".repeat(10_000_000) },
    ]);
    time(loggedReply([]));
    const short = Math.min(...[1, 2, 3].map(() => time(token)));
    const longer = Math.min(...[1, 2, 3].map(() => time(long)));
    // Were the text copied, it would be a million times as long.
    expect(longer).toBeLessThan(short * 20 + 50);
  });
});

describe("what a reply may not yield", () => {
  const write = (value: unknown) => replyOutput.writer({}, context).write(value);

  test.each([undefined, null, 5, true, [], {}, { text: 5 }, { next: "page" }, { kind: "stop" }])(
    "%p",
    (value) => {
      expect(() => write(value)).toThrow(/expects a string, \{ text \}, .*nextMessage\(\); got/);
    },
  );

  test.each([
    [{ kind: "step", id: "a" }, /unknown step "a" without a title/],
    [{ kind: "step", id: "a", title: "A", parent: "b" }, /unknown parent "b"/],
    [{ kind: "step", id: 5, title: "A" }, /a step's id as a string; got 5/],
    [{ kind: "step", id: "a", title: 5 }, /a step's title as a string; got 5|without a title/],
    [{ kind: "step", id: "a", title: "A", state: "lost" }, /running, done, failed; got "lost"/],
    [{ kind: "step", id: "a", title: "A", delta: 5 }, /a step's delta as a string; got 5/],
    ["x".repeat(1001), /at most 1,000 characters .*YIELDCAST_MAX_VALUE_BYTES/],
    [{ kind: "step", id: "a", title: "A", delta: "x".repeat(1001) }, /at most 1,000 characters/],
  ])("%p", (value, message) => {
    expect(() => write(value)).toThrow(message);
  });

  test("steps that lie too deep, and parts without end", () => {
    const writer = replyOutput.writer({}, context);
    expect(() => {
      for (let at = step("0"), depth = 0; depth < 1000; depth++, at = at.step("deeper"))
        writer.write(at);
    }).toThrow(/steps within steps 8 deep; got one that lies deeper/);
    expect(() => {
      for (let at = 0; at < 10_000; at++) writer.write(step(`${at}`));
    }).toThrow(/at most 1,000 parts in one reply/);
  });

  test("a title of a megabyte: it is cut", async () => {
    const [log] = await logOf([step("x".repeat(1_000_000))]);
    expect(log?.parts[0]).toMatchObject({ title: "x".repeat(200) });
  });
});
