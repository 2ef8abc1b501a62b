import { expect, test } from "@jest/globals";
import { endOfRun } from "@/lib/client/end-of-run";
import type { WireRun } from "@/lib/client/wire";

const run = (status: WireRun["status"]): Omit<WireRun, "key"> => ({
  id: "a",
  status,
  position: null,
  etaSeconds: null,
  progress: null,
  notices: [],
  error: null,
  viewers: 1,
  createdAt: "2024-01-01T00:00:00Z",
  startedAt: "2024-01-01T00:00:01Z",
  endedAt: null,
});

test("a run that has ended is remembered with its end and its time", () => {
  const done = { run: run("DONE"), elapsedMs: 3020, error: undefined };
  expect(endOfRun(done)).toEqual({ status: "DONE", elapsedMs: 3020 });
});

test("a run that the server knows no more is gone, and not running for ever", () => {
  const error = { code: "RUN_NOT_FOUND", message: "There is no such run, or no longer." };
  const gone = endOfRun({ run: run("RUNNING"), elapsedMs: 3020, error });
  expect(gone).toEqual({ status: "RUNNING", gone: true });
});

test("a run that was never told of has failed to begin", () => {
  const error = { code: "NETWORK", message: "offline" };
  expect(endOfRun({ run: undefined, elapsedMs: 0, error })).toEqual({ status: "FAILED" });
});
