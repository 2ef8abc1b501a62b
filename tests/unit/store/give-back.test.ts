import { expect, test } from "@jest/globals";
import { createGiveBack } from "@/lib/store/give-back";

function counted(atLeast: number) {
  let times = 0;
  let told = () => {};
  const first = new Promise<void>((resolve) => {
    told = resolve;
  });
  const collect = () => {
    times++;
    told();
  };
  return { giveBack: createGiveBack({ atLeast, every: 20, collect }), first, times: () => times };
}

/** Until one that was told later has collected. */
async function oneMore(): Promise<void> {
  const { giveBack, first } = counted(1);
  giveBack(1);
  await first;
}

test("what was let go is collected once it is much, and the process at rest", async () => {
  const { giveBack, first, times } = counted(1000);
  giveBack(600);
  giveBack(399);
  await oneMore();
  expect(times()).toBe(0);
  giveBack(1);
  giveBack(5000);
  await first;
  giveBack(999);
  await oneMore();
  expect(times()).toBe(1);
});

test("while the process is at work it waits", async () => {
  const { giveBack, first, times } = counted(1);
  giveBack(1);
  const until = performance.now() + 150;
  while (performance.now() < until) {
    const turn = performance.now() + 15;
    while (performance.now() < turn);
    await new Promise(setImmediate);
    expect(times()).toBe(0);
  }
  await first;
  expect(times()).toBe(1);
});

let told = () => {};
// It tells only while it is held itself.
const registry = new FinalizationRegistry<undefined>(() => told());

test("what nobody holds is freed without anybody asking for more", async () => {
  const freed = new Promise<void>((resolve) => {
    told = resolve;
  });
  registry.register({ large: new Uint8Array(1e6) }, undefined);
  createGiveBack({ atLeast: 1, every: 20 })(1e6);
  await freed;
});
