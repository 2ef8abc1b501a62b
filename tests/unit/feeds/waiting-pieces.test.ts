import { expect, test } from "@jest/globals";
import { toBase64 } from "@/lib/client/base64";
import { createWaitingPieces, type FeedSort } from "@/lib/client/waiting-pieces";

function createWaiting(sort: FeedSort, maxBytes = 1_000_000) {
  const waiting = createWaitingPieces(sort, maxBytes);
  const left: number[] = [];
  const add = (id: number, length = 2) =>
    waiting.add({
      bytes: new Uint8Array(length).fill(id),
      time: undefined,
      at: id,
      left: () => left.push(id),
    });
  return { waiting, add, left };
}

test("sound that waits is joined, up to 256 kB", () => {
  const { waiting, add, left } = createWaiting("sound");
  for (let id = 1; id <= 3; id++) add(id);
  expect(waiting.take()).toMatchObject({ bytes: new Uint8Array([1, 1, 2, 2, 3, 3]), at: 1 });
  expect(left).toEqual([1, 2, 3]);
  expect(waiting.take()).toBeUndefined();
  for (let id = 1; id <= 3; id++) add(id, 100_000);
  expect(waiting.take()?.bytes).toHaveLength(200_000);
  expect(waiting.take()?.bytes).toHaveLength(100_000);
});

test("of more sound than may wait the oldest is given up", () => {
  const { waiting, add } = createWaiting("sound", 10);
  expect([1, 2, 3, 4].map((id) => add(id, 4))).toEqual([0, 0, 1, 1]);
  expect(waiting.take()?.bytes).toEqual(new Uint8Array([3, 3, 3, 3, 4, 4, 4, 4]));
});

test.each(["camera", "control"] as const)("of the %s the newest waits", (sort) => {
  const { waiting, add } = createWaiting(sort);
  expect([1, 2, 3].map((id) => add(id))).toEqual([0, 1, 1]);
  expect(waiting.take()?.at).toBe(3);
  expect(waiting.size).toBe(0);
});

test("of a video each frame waits, and is sent alone", () => {
  const { waiting, add, left } = createWaiting("frames", 1);
  expect([1, 2, 3].map((id) => add(id))).toEqual([0, 0, 0]);
  expect(waiting.take()?.at).toBe(1);
  expect(left).toEqual([1]);
  waiting.clear();
  expect(left).toEqual([1, 2, 3]);
});

test.each([0, 1, 2, 3, 98_303, 98_304, 98_305, 300_001])(
  "%d bytes are the same in base64 as elsewhere",
  async (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7919) % 256);
    expect((await toBase64(bytes)) === Buffer.from(bytes).toString("base64")).toBe(true);
  },
);
