import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { createFrame } from "../../../lib/client/frame";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, "requestAnimationFrame");
  Reflect.deleteProperty(globalThis, "cancelAnimationFrame");
});

/** A tab whose frames are drawn by the test. */
function createScreen() {
  const waiting = new Map<number, () => void>();
  let last = 0;
  Object.assign(globalThis, {
    requestAnimationFrame(callback: () => void) {
      waiting.set(++last, callback);
      return last;
    },
    cancelAnimationFrame: (id: number) => waiting.delete(id),
  });
  return {
    waiting,
    draw() {
      for (const [id, callback] of [...waiting]) {
        waiting.delete(id);
        callback();
      }
    },
  };
}

test("many requests make one call, in the next frame", () => {
  const screen = createScreen();
  const calls: number[] = [];
  const frame = createFrame(() => calls.push(Date.now()));
  for (let request = 0; request < 100; request++) frame.request();
  expect({ calls: calls.length, waiting: screen.waiting.size }).toEqual({ calls: 0, waiting: 1 });
  screen.draw();
  jest.advanceTimersByTime(1000);
  expect(calls).toHaveLength(1);
  frame.request();
  screen.draw();
  expect(calls).toHaveLength(2);
});

test("a hidden tab, which draws no frames, is called all the same", () => {
  const screen = createScreen();
  const calls: number[] = [];
  const frame = createFrame(() => calls.push(Date.now()));
  frame.request();
  jest.advanceTimersByTime(250);
  expect(calls).toHaveLength(1);
  screen.draw();
  expect(calls).toHaveLength(1);
});

test("what is cancelled is not called", () => {
  const screen = createScreen();
  const calls: number[] = [];
  const frame = createFrame(() => calls.push(Date.now()));
  frame.request();
  frame.cancel();
  screen.draw();
  jest.advanceTimersByTime(1000);
  expect(calls).toHaveLength(0);
});
