import { describe, expect, test } from "@jest/globals";
import { createShowNewest } from "@/lib/client/show-newest";

/** Loads that are settled by hand, and what is shown of them. */
function manual(most: number) {
  const loads = new Map<number, { resolve(): void; reject(): void; come(): void }>();
  const shown: number[] = [];
  const newest = createShowNewest<number, string>({
    most: () => most,
    load: (item, come) =>
      new Promise((resolve, reject) => {
        loads.set(item, { resolve: () => resolve(""), reject, come });
      }),
    show: (item) => shown.push(item),
  });
  async function settle(item: number, how: "resolve" | "reject" | "come" = "resolve") {
    loads.get(item)?.[how]();
    // What waits for it goes on in the turns that are queued by now.
    await new Promise(setImmediate);
  }
  return { newest, shown, settle, begun: () => [...loads.keys()] };
}

describe("what takes a while to load", () => {
  test("is loaded some at a time, and of what comes meanwhile the newest alone", async () => {
    const { newest, shown, settle, begun } = manual(2);
    for (const item of [1, 2, 3, 4, 5]) newest.give(item);
    expect(begun()).toEqual([1, 2]);
    await settle(1);
    expect(shown).toEqual([1]);
    expect(begun()).toEqual([1, 2, 5]);
    await settle(2);
    await settle(5);
    expect(shown).toEqual([1, 2, 5]);
    expect(begun()).toEqual([1, 2, 5]);
  });

  test("is on its way while the one before is worked at, and no more than one waits for that", async () => {
    const { newest, shown, settle, begun } = manual(1);
    for (const item of [1, 2, 3]) newest.give(item);
    await settle(1, "come");
    expect({ begun: begun(), shown }).toEqual({ begun: [1, 3], shown: [] });
    newest.give(4);
    await settle(3, "come");
    await settle(3, "come");
    expect(begun()).toEqual([1, 3]);
    await settle(1);
    expect({ begun: begun(), shown }).toEqual({ begun: [1, 3, 4], shown: [1] });
    await settle(3);
    await settle(4);
    expect(shown).toEqual([1, 3, 4]);
  });

  test("never goes back: one that comes later than a newer one is left out", async () => {
    const { newest, shown, settle } = manual(3);
    for (const item of [1, 2, 3]) newest.give(item);
    await settle(2);
    await settle(1);
    await settle(3);
    expect(shown).toEqual([2, 3]);
  });

  test("is left out where it cannot be loaded, and the next one is begun", async () => {
    const { newest, shown, settle } = manual(1);
    newest.give(1);
    newest.give(2);
    await settle(1, "reject");
    await settle(2);
    expect(shown).toEqual([2]);
  });

  test("is not shown once it is cleared, though it comes; what is given then is", async () => {
    const { newest, shown, settle, begun } = manual(1);
    newest.give(1);
    newest.give(2);
    newest.clear();
    await settle(1);
    expect(shown).toEqual([]);
    expect(begun()).toEqual([1]);
    newest.give(3);
    await settle(3);
    expect(shown).toEqual([3]);
  });
});
