import { expect, test } from "@jest/globals";
import { elapsedAt } from "../../../lib/client/clock";
import { foldEvent } from "../../../lib/client/fold-event";
import { idleSnapshot, type RunSnapshot } from "../../../lib/client/run-snapshot";
import type { RunStatus, WireEvent } from "../../../lib/client/wire";

function event(status: RunStatus, elapsedMs: number): WireEvent {
  const run = { id: "r", status, error: null } as WireEvent["run"];
  return { run, seq: 1, yields: 1, cursor: "c", elapsedMs };
}

function fold(snapshot: RunSnapshot, next: WireEvent, now: number): RunSnapshot {
  return foldEvent(snapshot, next, { kinds: new Map(), reducers: {}, calledAt: 0, now });
}

test("the clock runs between events and stands at the end", () => {
  const running = fold(idleSnapshot, event("RUNNING", 1000), 51_000);
  expect(elapsedAt(running, 51_500)).toBe(1500);
  const done = fold(running, event("DONE", 2000), 53_000);
  expect(elapsedAt(done, 60_000)).toBe(2000);
});

test("it does not count the wait in the queue", () => {
  const queued = fold(idleSnapshot, event("QUEUED", 0), 10_000);
  expect(elapsedAt(queued, 20_000)).toBe(0);
  const running = fold(queued, event("RUNNING", 0), 20_000);
  expect(elapsedAt(running, 20_100)).toBe(100);
});

test("an event that comes late, or is of long ago, does not set it back", () => {
  const running = fold(idleSnapshot, event("RUNNING", 1000), 51_000);
  const late = fold(running, event("RUNNING", 2000), 54_000);
  expect(elapsedAt(late, 54_000)).toBe(4000);
});

test("after a sleep, in which the page's own clock stood still, the next event sets it right", () => {
  const running = fold(idleSnapshot, event("RUNNING", 1000), 51_000);
  const woken = fold(running, event("RUNNING", 601_000), 52_000);
  expect(elapsedAt(woken, 52_000)).toBe(601_000);
});
