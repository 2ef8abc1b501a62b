import { expect, test } from "@jest/globals";
import { plainValue } from "@/app/_ui/custom/plain-value";
import { joinLog } from "@/app/_ui/kinds/log/joined-log";
import { joinTable } from "@/app/_ui/kinds/table/joined-table";
import { joinText } from "@/app/_ui/kinds/text/joined-text";
import { joinChunks } from "@/lib/client/players/joined-chunks";

test("a text is its characters so far, and nothing before the first", () => {
  const text = joinText(joinText(undefined, { delta: "a", reset: true }), {
    delta: "b",
    reset: false,
  });
  expect(plainValue("text", text)).toBe("ab");
  expect(plainValue("markdown", text)).toBe("ab");
  expect(plainValue("text", undefined)).toBeUndefined();
});

test("what grows is what had come by then, and the same list until more has", () => {
  const columns = [{ name: "n", label: "N", type: "NUMBER" as const }];
  const one = joinTable(undefined, { columns, delta: [[1]], reset: true });
  const two = joinTable(one, { columns, delta: [[2]], reset: false });
  expect(plainValue("table", one)).toEqual({ columns, rows: [[1]] });
  expect(plainValue("table", two)).toEqual({ columns, rows: [[1], [2]] });
  expect(plainValue("table", two)).toBe(plainValue("table", two));

  const line = (text: string) => ({ level: "info" as const, text, elapsedMs: 0 });
  const first = joinLog(undefined, { lines: [line("a")], total: 1, reset: true });
  joinLog(first, { lines: [line("b")], total: 2, reset: false });
  expect(plainValue("log", first)).toEqual([line("a")]);
});

test("sound is its chunks and where it is in one piece; what does not change is as it is", () => {
  const media = joinChunks(undefined, { chunks: [], reset: true, playlist: "/p", file: null });
  expect(plainValue("audio", media)).toEqual({ chunks: [], playlist: "/p", file: null });
  const picture = { url: "/a", width: 1, height: 1 };
  expect(plainValue("image", picture)).toBe(picture);
  expect(plainValue("number", 0)).toBe(0);
  expect(plainValue("json", { deep: [1] })).toEqual({ deep: [1] });
});
