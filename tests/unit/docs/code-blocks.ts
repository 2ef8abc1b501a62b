import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../..");

/** One fenced block of a guide. */
export interface CodeBlock {
  /** `docs/graphql.md:23`: what a failing test is named after. */
  readonly place: string;
  readonly file: string;
  readonly language: string;
  readonly code: string;
  /** What the block behind it says, where that is `text`: what this one prints. */
  readonly prints: string | undefined;
}

/** Every guide, as a path from the root. */
export const guides: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

export function readGuide(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

/** The blocks of all guides that are in one of these languages; of any, where none is named. */
export function codeBlocks(...languages: string[]): CodeBlock[] {
  const blocks = guides.flatMap((file) => blocksOf(file, readGuide(file)));
  return languages.length > 0
    ? blocks.filter(({ language }) => languages.includes(language))
    : blocks;
}

function blocksOf(file: string, guide: string): CodeBlock[] {
  const found = [...guide.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)];
  return found.map(({ index, 1: language = "", 2: code = "", 0: whole }, at) => {
    const next = found[at + 1];
    const between = next ? guide.slice(index + whole.length, next.index) : "x";
    return {
      place: `${file}:${guide.slice(0, index).split("\n").length + 1}`,
      file,
      language,
      code,
      prints: next?.[1] === "text" && between.trim() === "" ? next[2] : undefined,
    };
  });
}

/** Where a block that is a whole demo file says that it lies: `demos/hello-world.ts`. */
export function demoFileOf({ code }: CodeBlock): string | undefined {
  return /^\/\/ (demos\/[\w-]+\.ts)\n/.exec(code)?.[1];
}
