import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { guides, readGuide, root } from "./code-blocks";

interface Link {
  place: string;
  from: string;
  to: string;
}

const links = guides.flatMap((from): Link[] =>
  readGuide(from)
    .split("\n")
    .flatMap((line, at) =>
      [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = ""]) => ({
        place: `${from}:${at + 1}`,
        from,
        to,
      })),
    ),
);
const inner = links.filter(({ to }) => !/^[a-z]+:/.test(to));

test.each(inner)("$place leads to $to", ({ from, to }) => {
  const [file, heading] = decodeURIComponent(to).split("#");
  const target = file ? path.join(path.dirname(from), file) : from;
  expect(existsSync(path.join(root, target))).toBe(true);
  if (heading) expect(headingsOf(target)).toContain(heading);
});

test.each(guides.filter((file) => file !== "README.md"))(
  "%s is reached from the README",
  (file) => {
    const reached = inner.some(({ from, to }) => from === "README.md" && to === file);
    expect(reached).toBe(true);
  },
);

/** As GitHub names them: https://docs.github.com/get-started/writing-on-github */
function headingsOf(file: string): string[] {
  const headings = [...readGuide(file).matchAll(/^#+ (.*)$/gm)];
  return headings.map(([, words = ""]) =>
    words
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
}
