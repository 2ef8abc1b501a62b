import { expect, it } from "@jest/globals";
import { badge } from "@/lib/badge";

it("draws a name and a state, with room for both", () => {
  const svg = badge({ title: "Count up", state: "3 running", live: true });
  expect(svg).toContain("<title>Count up: 3 running</title>");
  const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
  const lengths = [...svg.matchAll(/textLength="(\d+)"/g)].map(([, each]) => Number(each));
  expect(lengths.reduce((sum, each) => sum + each + 20, 0)).toBe(width);
});

it.each(["i".repeat(30), "W".repeat(30), "漢".repeat(30), "ש".repeat(30), "e\u0301".repeat(30)])(
  "reckons the width of %s",
  (title) => {
    const [, length = ""] =
      /textLength="(\d+)"/.exec(badge({ title, state: "", live: false })) ?? [];
    const each = Number(length) / 30;
    expect(each).toBeGreaterThan(3);
    expect(each).toBeLessThan(12);
  },
);

it("is XML whatever the title is, and no longer than a line", () => {
  const title = `</title><script>alert(1)</script>"&\u0000\u001b\ud83d\ufffe${"x".repeat(500)}`;
  const svg = badge({ title, state: "idle", live: false });
  expect(svg).not.toMatch(/<script|[^\P{Cc}\n]|[\ud800-\udfff\ufffe]/u);
  expect(Number(/width="(\d+)"/.exec(svg)?.[1])).toBeLessThan(700);
});
