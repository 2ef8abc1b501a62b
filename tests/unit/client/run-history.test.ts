import { describe, expect, test } from "@jest/globals";
import type { PastRun } from "@/lib/client/past-run";
import { createRunHistory, type HistoryOptions } from "@/lib/client/run-history";

const key = "yieldcast:history:paint";

/** A browser's storage for one site, with its tabs; `room` in UTF-16 code units, as the browsers have it. */
function createBrowserStorage(room = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  const tabs = new Set<{ hear(key: string | null): void }>();
  function openTab(): Required<Pick<HistoryOptions, "storage" | "onStorage">> {
    const heard = new Set<(key: string | null) => void>();
    const tab = {
      hear(changed: string | null) {
        for (const listener of heard) listener(changed);
      },
    };
    tabs.add(tab);
    const tell = (changed: string | null) => {
      for (const each of tabs) if (each !== tab) each.hear(changed);
    };
    return {
      storage: {
        getItem: (name) => kept.get(name) ?? null,
        setItem(name, value) {
          const others = [...kept].filter(([each]) => each !== name);
          const used = others.reduce((sum, [each, text]) => sum + each.length + text.length, 0);
          if (used + name.length + value.length > room) {
            throw new DOMException("full", "QuotaExceededError");
          }
          kept.set(name, value);
          tell(name);
        },
        removeItem(name) {
          kept.delete(name);
          tell(name);
        },
      },
      onStorage(listener) {
        heard.add(listener);
        return () => heard.delete(listener);
      },
    };
  }
  return { kept, openTab };
}

const run = (id: string, more: Partial<PastRun> = {}): PastRun => ({
  id,
  inputs: { words: id },
  status: "DONE",
  createdAt: 1,
  ...more,
});
const ids = (runs: readonly PastRun[]) => runs.map(({ id }) => id);
const image = (letters: number) =>
  ({ kind: "image", url: `data:image/webp;base64,${"A".repeat(letters)}` }) as const;

describe("a demo's history", () => {
  test("has the newest first, and what is new of a run at the run's place", () => {
    const { openTab, kept } = createBrowserStorage();
    const tab = openTab();
    const history = createRunHistory("paint", tab);
    expect(history.list()).toEqual([]);
    history.put(run("a", { status: "RUNNING", thumbnail: image(5) }));
    history.put(run("b"));
    history.put(run("a", { elapsedMs: 3020 }));
    history.change("b", { gone: true });
    history.change("nobody", { gone: true });
    expect(history.list()).toEqual([
      run("b", { gone: true }),
      run("a", { elapsedMs: 3020, thumbnail: image(5) }),
    ]);
    expect(createRunHistory("paint", tab).list()).toEqual(history.list());
    expect(createRunHistory("other", tab).list()).toEqual([]);
    history.remove("b");
    expect(ids(history.list())).toEqual(["a"]);
    history.clear();
    expect(history.list()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  test("is the same list until it changes", () => {
    const history = createRunHistory("paint", createBrowserStorage().openTab());
    history.put(run("a"));
    expect(history.list()).toBe(history.list());
    let calls = 0;
    const leave = history.subscribe(() => calls++);
    history.put(run("b"));
    leave();
    history.put(run("c"));
    expect(calls).toBe(1);
  });
});

describe("its bounds", () => {
  test("are so many runs, of which the oldest go", () => {
    const history = createRunHistory("paint", createBrowserStorage().openTab());
    for (let at = 0; at < 60; at++) history.put(run(`r${at}`));
    expect(history.list()).toHaveLength(50);
    expect(ids(history.list())[0]).toBe("r59");
    expect(ids(history.list())[49]).toBe("r10");
  });

  test("are so many letters of all runs", () => {
    const { openTab, kept } = createBrowserStorage();
    const history = createRunHistory("paint", { ...openTab(), mostLetters: 10_000 });
    for (let at = 0; at < 40; at++) history.put(run(`r${at}`, { thumbnail: image(900) }));
    expect(history.list().length).toBeGreaterThan(5);
    expect(history.list().length).toBeLessThan(11);
    expect(ids(history.list())[0]).toBe("r39");
    expect(kept.get(key)?.length).toBeLessThanOrEqual(10_100);
  });

  test("are so many of one, which goes without its picture, then without its longest inputs", () => {
    const options = { ...createBrowserStorage().openTab(), mostLetters: 8000 };
    const history = createRunHistory("paint", options);
    history.put(run("a", { thumbnail: image(2000) }));
    expect(history.list()).toEqual([run("a")]);
    const inputs = { steps: 3, prompt: "x".repeat(10_000), style: "y".repeat(500) };
    history.put(run("b", { inputs }));
    expect(history.find("b")).toMatchObject({
      inputs: { steps: 3, style: inputs.style },
      tooLong: ["prompt"],
    });
    expect(history.find("b")?.inputs).not.toHaveProperty("prompt");
    expect(ids(history.list())).toEqual(["b", "a"]);
  });
});

describe("a browser that does not keep things", () => {
  test("where the storage is forbidden, it is remembered until the page is left", () => {
    const deny = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    const denied = { getItem: deny, setItem: deny, removeItem: deny };
    for (const storage of [denied, undefined]) {
      const history = createRunHistory("paint", { storage, onStorage: () => () => {} });
      history.put(run("a", { status: "RUNNING" }));
      history.put(run("b"));
      history.change("a", { status: "DONE" });
      expect(history.list()).toEqual([run("b"), run("a")]);
      history.remove("b");
      expect(ids(history.list())).toEqual(["a"]);
      history.clear();
      expect(history.list()).toEqual([]);
    }
  });

  test("where it is full of other things, fewer runs are kept, or none", () => {
    const { openTab, kept } = createBrowserStorage(3000);
    const history = createRunHistory("paint", openTab());
    for (let at = 0; at < 20; at++) history.put(run(`r${at}`, { thumbnail: image(300) }));
    expect(ids(history.list())[0]).toBe("r19");
    expect(history.list().length).toBeGreaterThan(1);
    expect(createRunHistory("paint", openTab()).list()).toEqual(history.list());

    kept.set("another", "x".repeat(3000));
    history.put(run("late"));
    expect(ids(history.list())[0]).toBe("late");
    kept.delete("another");
    history.put(run("later"));
    expect(ids(createRunHistory("paint", openTab()).list()).slice(0, 2)).toEqual(["later", "late"]);
  });
});

describe("other tabs", () => {
  test("see each other's runs, and none is lost where both write", () => {
    const { openTab } = createBrowserStorage();
    const one = createRunHistory("paint", openTab());
    const two = createRunHistory("paint", openTab());
    let told = 0;
    const leave = two.subscribe(() => told++);
    one.put(run("a"));
    expect(ids(two.list())).toEqual(["a"]);
    expect(told).toBe(1);
    leave();
    // Whoever does not listen just then writes to what all have left.
    one.put(run("b"));
    two.put(run("c"));
    expect(ids(two.list())).toEqual(["c", "b", "a"]);
    one.remove("b");
    expect(ids(one.list())).toEqual(["c", "a"]);
  });

  test("that change something else are not listened to; one that clears everything is", () => {
    let tell: (key: string | null) => void = () => {};
    const { openTab, kept } = createBrowserStorage();
    const history = createRunHistory("paint", {
      ...openTab(),
      onStorage(listener) {
        tell = listener;
        return () => {};
      },
    });
    history.put(run("a"));
    let told = 0;
    history.subscribe(() => told++);
    kept.clear();
    tell("yieldcast:theme");
    expect(told).toBe(0);
    expect(ids(history.list())).toEqual(["a"]);
    tell(null);
    expect(told).toBe(1);
    expect(history.list()).toEqual([]);
  });
});

test.each([
  ["no JSON", "{"],
  ["no list", '{"a":1}'],
  ["null", "null"],
  ["no runs", '[1,null,"x",[],{}]'],
  ["an id that is a way elsewhere", JSON.stringify([run("../../playground")])],
  ["no inputs", JSON.stringify([{ ...run("a"), inputs: [1] }])],
  ["a state that there is not", JSON.stringify([{ ...run("a"), status: "toString" }])],
  ["an instant that is none", JSON.stringify([{ ...run("a"), createdAt: "yesterday" }])],
])("what somebody else has written there does no harm: %s", (_what, text) => {
  const { openTab, kept } = createBrowserStorage();
  kept.set(key, text);
  const history = createRunHistory("paint", openTab());
  expect(history.list()).toEqual([]);
  history.put(run("a"));
  expect(createRunHistory("paint", openTab()).list()).toEqual([run("a")]);
});

test("of a run that somebody has spoilt, what is whole is kept", () => {
  const { openTab, kept } = createBrowserStorage();
  const spoilt = {
    ...run("a"),
    elapsedMs: "3",
    files: { clip: { name: "a.wav", size: 4, type: "audio/wav" }, other: 5, no: { name: 1 } },
    tooLong: ["prompt", 7],
    thumbnail: { kind: "image", url: "https://elsewhere.example.org/track.png" },
    gone: "yes",
    key: "more",
  };
  kept.set(key, JSON.stringify([spoilt, spoilt]));
  expect(createRunHistory("paint", openTab()).list()).toEqual([
    run("a", {
      files: { clip: { name: "a.wav", size: 4, type: "audio/wav" } },
      tooLong: ["prompt"],
    }),
  ]);
});
