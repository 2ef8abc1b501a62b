import { describe, expect, jest, test } from "@jest/globals";
import { createMemoryQueue, type Job } from "@/lib/run/queue";

/** A queue whose jobs end when a test says so. */
function create(concurrency = 1, onGiveWay?: (run: string) => void) {
  const began: string[] = [];
  const endings = new Map<string, (error?: Error) => void>();
  const onMove = jest.fn<(runs: string[]) => void>();
  const queue = createMemoryQueue({
    work: ({ run }: Job) => {
      began.push(run);
      return new Promise<void>((resolve) => endings.set(run, () => resolve()));
    },
    concurrency: () => concurrency,
    onMove,
    ...(onGiveWay && { onGiveWay }),
  });
  const end = async (run: string) => {
    endings.get(run)?.();
    await new Promise(setImmediate);
  };
  const add = (...runs: string[]) => {
    for (const run of runs) queue.add({ run, demo: "a" });
  };
  return { queue, began, add, end, onMove };
}

describe("the queue of a demo", () => {
  test("begins a job at once where there is room, and the others in their order", async () => {
    const { queue, began, add, end } = create(2);
    add("1", "2", "3", "4");
    expect(began).toEqual(["1", "2"]);
    expect(queue.waiting).toBe(2);
    await end("2");
    expect(began).toEqual(["1", "2", "3"]);
    await end("1");
    expect(began).toEqual(["1", "2", "3", "4"]);
    expect(queue.waiting).toBe(0);
  });

  test("has a place for who waits, and none for who does not", async () => {
    const { queue, add, end } = create();
    add("1", "2", "3");
    expect(queue.place("1")).toBeUndefined();
    expect(queue.place("nobody")).toBeUndefined();
    expect(queue.place("2")?.position).toBe(1);
    expect(queue.place("3")?.position).toBe(2);
    await end("1");
    expect(queue.place("2")).toBeUndefined();
    expect(queue.place("3")?.position).toBe(1);
  });

  test("lets one out that waits, and moves the others up", () => {
    const { queue, add } = create();
    add("1", "2", "3");
    expect(queue.remove("2")).toBe(true);
    expect(queue.remove("2")).toBe(false);
    expect(queue.remove("1")).toBe(false);
    expect(queue.place("3")?.position).toBe(1);
    expect(queue.waiting).toBe(1);
  });

  test("knows how long it will take only once it has seen how long jobs take", async () => {
    const { queue, add, end } = create(2);
    add("1", "2", "3", "4", "5");
    expect(queue.place("3")).toEqual({ position: 1, etaSeconds: undefined });
    await end("1");
    // Two begin at a time: the first two wait for one round, the third for two.
    const [fourth, fifth] = [queue.place("4")?.etaSeconds, queue.place("5")?.etaSeconds];
    expect(fourth).toBeGreaterThan(0);
    expect(fifth).toBeCloseTo(fourth ?? Number.NaN);
    add("6");
    expect(queue.place("6")?.etaSeconds).toBeCloseTo(2 * (fourth ?? Number.NaN));
  });

  test("tells all who have moved up together, not one by one", async () => {
    const { queue, add, onMove } = create();
    const told = new Promise<void>((resolve) => {
      onMove.mockImplementation(() => resolve());
    });
    add("1", "2", "3", "4");
    queue.remove("2");
    queue.remove("3");
    await told;
    expect(onMove.mock.calls).toEqual([[["4"]]]);
  });

  test("of a long line, tells the next ones at once and all others within two seconds", async () => {
    jest.useFakeTimers({ doNotFake: ["setImmediate"] });
    try {
      const { add, end, onMove } = create();
      const runs = Array.from({ length: 201 }, (_, at) => `${at}`);
      add(...runs);
      await end("0");
      const waiting = runs.slice(2);
      jest.advanceTimersByTime(250);
      const [first = []] = onMove.mock.calls[0] ?? [];
      expect(first.slice(0, 20)).toEqual(waiting.slice(0, 20));
      expect(first.length).toBeLessThan(20 + 199 / 8 + 1);
      // The line moves on meanwhile, at whatever pace, and nobody is left out.
      for (let ended = 1; ended <= 7; ended++) {
        await end(`${ended}`);
        jest.advanceTimersByTime(250);
      }
      const told = new Set(onMove.mock.calls.flatMap(([some]) => some));
      expect(waiting.slice(7).filter((run) => !told.has(run))).toEqual([]);
      // Once it stands still, all are told where they are, and then nobody is woken.
      onMove.mockClear();
      jest.advanceTimersByTime(1750);
      expect(new Set(onMove.mock.calls.flatMap(([some]) => some)).size).toBeGreaterThan(150);
      onMove.mockClear();
      jest.advanceTimersByTime(10_000);
      expect(onMove).not.toHaveBeenCalled();
    } finally {
      jest.useRealTimers();
    }
  });

  test("does not wait for another demo's", () => {
    const { queue, began, add } = create();
    add("1", "2");
    queue.add({ run: "other", demo: "b" });
    expect(began).toEqual(["1", "other"]);
    expect(queue.place("2")?.position).toBe(1);
  });
});

describe("a job that nobody waits for", () => {
  function createWithIdle(concurrency: number) {
    const gaveWay: string[] = [];
    const made = create(concurrency, (run) => gaveWay.push(run));
    const addIdle = (run: string, demo = "a") => made.queue.add({ run, demo, idle: true });
    return { ...made, gaveWay, addIdle };
  }

  test("begins where there is room, and is counted nowhere", () => {
    const { queue, began, addIdle } = createWithIdle(1);
    addIdle("i");
    expect(began).toEqual(["i"]);
    expect(queue.running("a")).toBe(0);
    expect(queue.waiting).toBe(0);
    expect(queue.place("i")).toBeUndefined();
  });

  test("is done one at a time, over all demos", async () => {
    const { queue, began, addIdle, end } = createWithIdle(5);
    addIdle("i1");
    addIdle("i2", "b");
    addIdle("i3");
    expect(began).toEqual(["i1"]);
    expect(queue.waiting).toBe(0);
    await end("i1");
    expect(began).toEqual(["i1", "i2"]);
    await end("i2");
    expect(began).toEqual(["i1", "i2", "i3"]);
  });

  test("waits for all others of its demo, those included that come later", async () => {
    const { began, add, addIdle, end } = createWithIdle(1);
    add("1", "2");
    addIdle("i");
    add("3");
    await end("1");
    await end("2");
    expect(began).toEqual(["1", "2", "3"]);
    await end("3");
    expect(began).toEqual(["1", "2", "3", "i"]);
  });

  test("does not wait behind one whose demo has no room", () => {
    const { began, add, addIdle } = createWithIdle(1);
    add("1");
    addIdle("i");
    addIdle("j", "b");
    expect(began).toEqual(["1", "j"]);
  });

  test("is asked for its place where another one needs it, and only then", async () => {
    const { queue, began, add, addIdle, end, gaveWay } = createWithIdle(2);
    addIdle("i");
    add("1");
    expect(gaveWay).toEqual([]);
    expect(began).toEqual(["i", "1"]);
    add("2");
    expect(gaveWay).toEqual(["i"]);
    expect(queue.place("2")?.position).toBe(1);
    await end("i");
    expect(began).toEqual(["i", "1", "2"]);
  });

  test("can be taken out while it waits", async () => {
    const { queue, began, add, addIdle, end } = createWithIdle(1);
    add("1");
    addIdle("i");
    expect(queue.remove("i")).toBe(true);
    expect(queue.remove("i")).toBe(false);
    await end("1");
    expect(began).toEqual(["1"]);
  });

  test("begins when those before it are taken out of the line", async () => {
    const { queue, began, add, addIdle, end } = createWithIdle(2);
    add("1", "2", "3");
    addIdle("i");
    await end("1");
    await end("2");
    expect(began).toEqual(["1", "2", "3", "i"]);
    expect(queue.running("a")).toBe(1);
  });
});
