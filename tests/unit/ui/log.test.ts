import { expect, test } from "@jest/globals";
import { createLogFilter } from "@/app/_ui/kinds/log/filter-log";
import { type JoinedLog, joinLog } from "@/app/_ui/kinds/log/joined-log";

const line = (text: string, level: "debug" | "info" | "error" = "info") => ({
  text,
  level,
  elapsedMs: 0,
});
const wire = (texts: string[], total: number, reset = false) => ({
  lines: texts.map((text) => line(text)),
  total,
  reset,
});
const textsOf = ({ lines, length }: JoinedLog) => lines.slice(0, length).map(({ text }) => text);

test("lines are put behind one another, and a value of before stays as it was", () => {
  const one = joinLog(undefined, wire(["a"], 1));
  const two = joinLog(one, wire(["b"], 2));
  const other = joinLog(one, wire(["c"], 2));
  expect([one, two, other].map(textsOf)).toEqual([["a"], ["a", "b"], ["a", "c"]]);
  expect(two.origin).toBe(one.origin);
  expect(other.origin).not.toBe(one.origin);
});

test("a reset, or lines that were left out, begin anew", () => {
  const one = joinLog(undefined, wire(["a"], 1));
  expect(textsOf(joinLog(one, wire(["x"], 9, true)))).toEqual(["x"]);
  const gap = joinLog(one, wire(["y", "z"], 9));
  expect(textsOf(gap)).toEqual(["y", "z"]);
  expect(gap).toMatchObject({ total: 9 });
});

test("no more than so many are held", () => {
  const many = Array.from({ length: 60_000 }, (_, at) => String(at));
  let log = joinLog(undefined, wire(many, 60_000));
  for (let times = 2; times < 9; times++) log = joinLog(log, wire(many, 60_000 * times));
  expect(log.lines.length).toBeLessThanOrEqual(200_000);
  expect(log.total).toBe(480_000);
  expect(log.lines[log.length - 1]?.text).toBe("59999");
});

test("a filter finds the lines of a level and up with a text, of new ones and of all", () => {
  const filter = createLogFilter();
  let log = joinLog(undefined, {
    lines: [line("Ab", "error"), line("b", "debug")],
    total: 2,
    reset: false,
  });
  expect(filter(log, { level: "debug", text: "" }, 0)).toEqual([0, 1]);
  expect(filter(log, { level: "debug", text: "aB" }, 0)).toEqual([0]);
  log = joinLog(log, { lines: [line("ab"), line("x", "error")], total: 4, reset: false });
  expect(filter(log, { level: "debug", text: "aB" }, 0)).toEqual([0, 2]);
  expect(filter(log, { level: "error", text: "" }, 0)).toEqual([0, 3]);
  expect(filter(log, { level: "error", text: "" }, 1)).toEqual([3]);
});
