import { describe, expect, jest, test } from "@jest/globals";
import { addLog, createLog, image, text } from "./log-of";

const words = ["a", "b", "c", "d", "e"];

describe("a log", () => {
  test("gives what comes after a cursor, at most as many entries as asked for", async () => {
    const { logs, append } = await createLog();
    for (const word of words) await append({ outputs: { out: text(word) } });
    const read = async (after: number, most: number) => {
      const slice = await logs.read("a", after, most);
      expect(slice?.base).toBeUndefined();
      return slice?.entries.map(({ seq }) => seq);
    };
    expect(await read(0, 10)).toEqual([1, 2, 3, 4, 5]);
    expect(await read(2, 2)).toEqual([3, 4]);
    expect(await read(5, 10)).toEqual([]);
  });

  test("knows the run as it was after any entry", async () => {
    const { logs, append } = await createLog();
    for (const word of words) await append({ outputs: { out: text(word) } });
    expect(await logs.at("a", 0)).toMatchObject({ seq: 0, yields: 0, outputs: {} });
    expect(await logs.at("a", 3)).toMatchObject({
      seq: 3,
      yields: 3,
      outputs: { out: text("abc") },
    });
    expect(await logs.at("a", 99)).toEqual(await logs.head("a"));
  });

  test("tells who watches of each entry and of its end, and nobody who stopped watching", async () => {
    const { logs, append } = await createLog();
    const changed = jest.fn();
    const unwatch = logs.watch("a", changed);
    await append({ status: "RUNNING" });
    expect(changed).toHaveBeenCalledTimes(1);
    await logs.delete("a");
    expect(changed).toHaveBeenCalledTimes(2);
    unwatch();
    await append({ status: "DONE" });
    expect(changed).toHaveBeenCalledTimes(2);
    expect(await logs.read("a", 0, 1)).toBeUndefined();
    expect(await logs.record("a")).toBeUndefined();
  });

  test("keeps the newest hundred notices", async () => {
    const { logs, append } = await createLog();
    for (let at = 0; at < 150; at++) await append({ notice: { level: "info", text: `${at}` } });
    const notices = (await logs.head("a"))?.run.notices ?? [];
    expect(notices).toHaveLength(100);
    expect(notices.at(-1)?.text).toBe("149");
  });
});

describe("a log that is full folds its oldest entries into a base", () => {
  test("beyond its count", async () => {
    const { logs, append } = await createLog({ maxEntries: 2 });
    for (const word of words) await append({ outputs: { out: text(word) } });
    const slice = await logs.read("a", 0, 10);
    expect(slice?.base).toMatchObject({ seq: 3, yields: 3, outputs: { out: text("abc") } });
    expect(slice?.entries.map(({ seq }) => seq)).toEqual([4, 5]);
    // Who had the third entry needs no base.
    expect(await logs.read("a", 3, 10)).toMatchObject({
      base: undefined,
      entries: [{ seq: 4 }, { seq: 5 }],
    });
    expect(await logs.head("a")).toMatchObject({ yields: 5, outputs: { out: text("abcde") } });
    // What was folded away has no state of its own any more.
    expect(await logs.at("a", 1)).toMatchObject({ seq: 3 });
  });

  test("beyond its bytes, with those beside the log", async () => {
    const { logs, append } = await createLog({ maxLogBytes: 5000 });
    for (let at = 0; at < 10; at++) await append({ outputs: { out: image(`${at}`, 1500) } });
    const slice = await logs.read("a", 0, 100);
    expect(slice?.entries.length).toBeGreaterThanOrEqual(1);
    expect(slice?.entries.length).toBeLessThanOrEqual(3);
    expect(slice?.base?.seq).toBe(10 - (slice?.entries.length ?? 0));
  });

  test("folds statuses, progress and notices too", async () => {
    const { logs, append } = await createLog({ maxEntries: 1 });
    await append({ status: "QUEUED" });
    await append({ status: "RUNNING" });
    await append({ progress: { value: 1, total: 2, text: undefined } });
    await append({ notice: { level: "info", text: "hi" } });
    await append({ status: "DONE" });
    const slice = await logs.read("a", 0, 10);
    expect(slice?.base).toMatchObject({
      seq: 4,
      run: { status: "RUNNING", startedAt: 2, progress: { value: 1 }, notices: [{ text: "hi" }] },
    });
    expect(await logs.head("a")).toMatchObject({ run: { status: "DONE", endedAt: 5 } });
  });

  test("folds in bulk without losing an entry", async () => {
    const { logs, append } = await createLog({ maxEntries: 100 });
    for (let at = 0; at < 5000; at++) await append({ outputs: { out: text(`${at} `) } });
    const slice = await logs.read("a", 0, 1000);
    expect(slice?.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 100 }, (_, at) => 4901 + at),
    );
    expect(slice?.base).toMatchObject({ seq: 4900, yields: 4900 });
    const whole = Array.from({ length: 5000 }, (_, at) => `${at} `).join("");
    const folded = [slice?.base, ...(slice?.entries ?? [])].map((each) => each?.outputs?.out);
    expect(folded.map((out) => (out?.kind === "text" ? out.delta : "")).join("")).toBe(whole);
  });
});

describe("keep", () => {
  test("folds all but the newest so many yields of its output", async () => {
    const { logs, append } = await createLog({}, { out: 2 });
    for (const word of words) await append({ outputs: { out: text(word) } });
    const slice = await logs.read("a", 0, 10);
    expect(slice?.base?.seq).toBe(3);
    expect(slice?.entries.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  test("does not count yields that do not set its output", async () => {
    const { logs, append } = await createLog({}, { out: 1 });
    await append({ outputs: { out: text("a") } });
    for (const word of words) await append({ outputs: { other: text(word) } });
    expect((await logs.read("a", 0, 10))?.base).toBeUndefined();
  });

  test("lets go of the bytes of pictures that no entry and no state names", async () => {
    const { bytes, logs, append } = await createLog({}, { out: 1 });
    const ids: string[] = [];
    for (let at = 0; at < 20; at++) {
      const id = await bytes.put("a", new Uint8Array([at]), "image/png");
      ids.push(id);
      await append({ outputs: { out: image(id) } });
    }
    const kept = await Promise.all(ids.map(async (id) => (await bytes.get("a", id)) !== undefined));
    // The newest is the state; a few before it linger for viewers who have just heard of them.
    expect(kept.slice(-1)).toEqual([true]);
    expect(kept.slice(0, 10)).toEqual(Array(10).fill(false));
    await logs.delete("a");
    expect(await bytes.get("a", ids.at(-1) ?? "")).toBeUndefined();
  });
});

describe("limits", () => {
  test("a state that is too large is refused, and says which setting it is", async () => {
    const { append } = await createLog({ maxStateBytes: 1000 });
    await append({ outputs: { out: text("x".repeat(400)) } });
    await expect(append({ outputs: { out: text("x".repeat(200)) } })).rejects.toThrow(
      /YIELDCAST_MAX_STATE_BYTES/,
    );
    // How the run ends is logged all the same.
    await append({ status: "FAILED" });
  });

  test("beyond the bytes of all runs the oldest finished ones are forgotten, never one that goes on", async () => {
    const { logs, append } = await createLog({ maxTotalBytes: 20_000 });
    const second = await addLog(logs, "b");
    const third = await addLog(logs, "c");
    for (const each of [append, second.append])
      await each({ outputs: { out: text("x".repeat(1000)) } });
    await second.append({ status: "DONE" });
    for (let at = 0; at < 5; at++) await third.append({ outputs: { out: text("y".repeat(2000)) } });
    expect(await logs.record("b")).toBeUndefined();
    expect(await logs.record("a")).toBeDefined();
    expect(await logs.head("c")).toMatchObject({ yields: 5 });
  });

  test("a run counts with its inputs and itself, though it has yielded next to nothing", async () => {
    const { logs } = await createLog({ maxTotalBytes: 100_000 });
    for (let at = 0; at < 1000; at++) {
      const { append } = await addLog(logs, `tiny ${at}`);
      await append({ status: "DONE" });
    }
    const ids = Array.from({ length: 1000 }, (_, at) => `tiny ${at}`);
    const kept = await Promise.all(ids.map(async (id) => (await logs.record(id)) !== undefined));
    expect(kept.filter(Boolean).length).toBeLessThan(100);
    expect(kept.at(-1)).toBe(true);
  });
});
