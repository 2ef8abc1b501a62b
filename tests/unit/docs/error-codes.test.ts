import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { readGuide, root } from "./code-blocks";
import { codesOfYoga } from "./codes-of-yoga";

const sent = /(?:\bcode: (?:code \?\? )?|\b(?:RunError|LimitError)\(\s*)"([A-Z][A-Z_]+)"/g;
const union = /readonly code: ((?:"[A-Z_]+"[\s|]*)+)/g;

function codesOfSource(): string[] {
  const files = ["lib", "graphql", "app"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
      .map((name) => path.join(root, folder, name)),
  );
  return files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const unions = [...source.matchAll(union)].flatMap(([all]) => all.match(/[A-Z][A-Z_]+/g) ?? []);
    return [...source.matchAll(sent)].map(([, code = ""]) => code).concat(unions);
  });
}

function codesOfGuide(): string[] {
  const guide = readGuide("docs/graphql.md");
  return [...guide.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code = ""]) => code);
}

test("docs/graphql.md names every code that the code sends, and no other", () => {
  const inCode = new Set([...codesOfSource(), ...codesOfYoga]);
  expect([...new Set(codesOfGuide())].sort()).toEqual([...inCode].sort());
});
