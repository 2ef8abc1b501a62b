import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { createAudience } from "@/lib/run/audience";
import type { Viewer } from "@/lib/run/viewer";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function viewers(count: number) {
  const told = { times: 0 };
  const nudge = () => {
    told.times++;
  };
  return { told, all: Array.from({ length: count }, () => ({ nudge }) as unknown as Viewer) };
}

test("viewers who come at once are told of one another once, not once for each", () => {
  const audience = createAudience(30, () => {});
  const { told, all } = viewers(1000);
  for (const viewer of all) audience.add(viewer);
  jest.advanceTimersByTime(1000);
  expect(told.times).toBe(1000);
});

test("a run is deserted when its grace is over, unless somebody comes back", () => {
  const deserted = jest.fn();
  const audience = createAudience(30, deserted);
  const [viewer] = viewers(1).all;
  if (!viewer) throw new Error("There is no viewer.");
  jest.advanceTimersByTime(60_000);
  expect(deserted).not.toHaveBeenCalled(); // nobody has watched it yet
  audience.add(viewer);
  audience.remove(viewer);
  jest.advanceTimersByTime(29_000);
  audience.add(viewer);
  jest.advanceTimersByTime(60_000);
  expect(deserted).not.toHaveBeenCalled();
  audience.remove(viewer);
  jest.advanceTimersByTime(30_000);
  expect(deserted).toHaveBeenCalledTimes(1);
});
