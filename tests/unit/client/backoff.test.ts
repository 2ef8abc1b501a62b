import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { createBackoff } from "../../../lib/client/backoff";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** How long each of so many tries was waited for. */
function waits(backoff: ReturnType<typeof createBackoff>, tries: number): number[] {
  return Array.from({ length: tries }, () => {
    let fired = false;
    const began = Date.now();
    backoff.schedule(() => {
      fired = true;
    });
    while (!fired) jest.advanceTimersByTime(1);
    return Date.now() - began;
  });
}

test("the first try comes at once, the others ever later, and none at a fixed time", () => {
  const backoff = createBackoff({ onWake: () => () => {} });
  const longest = [1, 250, 500, 1000, 2000, 4000, 8000, 8000];
  for (const [at, wait] of waits(backoff, longest.length).entries()) {
    const most = longest[at] ?? 0;
    expect(wait).toBeLessThanOrEqual(most);
    expect(wait).toBeGreaterThanOrEqual(most / 2);
  }
  backoff.reset();
  expect(waits(backoff, 1)[0]).toBeLessThanOrEqual(1);
});

test("it tries at once when it is woken, and only once", () => {
  const listeners = new Set<() => void>();
  const backoff = createBackoff({
    onWake(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  waits(backoff, 5);
  let tries = 0;
  backoff.schedule(() => tries++);
  for (const listener of [...listeners]) listener();
  jest.advanceTimersByTime(60_000);
  expect(tries).toBe(1);
  expect(listeners.size).toBe(0);
});

test("what is cancelled is not tried", () => {
  let tries = 0;
  const backoff = createBackoff({ onWake: () => () => {} });
  backoff.schedule(() => tries++);
  backoff.cancel();
  jest.advanceTimersByTime(60_000);
  expect(tries).toBe(0);
});
