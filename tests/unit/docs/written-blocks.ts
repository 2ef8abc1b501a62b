import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type CodeBlock, codeBlocks, demoFileOf, root } from "./code-blocks";

/** The guides' `ts` and `tsx` blocks as files below the project, so that they find its packages. */
export interface WrittenBlocks extends Disposable {
  readonly folder: string;
  /** By file name within the folder, such as `demos/hello-world.ts`. */
  readonly blocks: ReadonlyMap<string, CodeBlock>;
}

export function writeBlocks(): WrittenBlocks {
  mkdirSync(path.join(root, ".yieldcast"), { recursive: true });
  const folder = mkdtempSync(path.join(root, ".yieldcast/guides-"));
  mkdirSync(path.join(folder, "demos"));
  const blocks = new Map<string, CodeBlock>();
  for (const block of codeBlocks("ts", "tsx")) {
    const name =
      demoFileOf(block) ??
      pageFileOf(block) ??
      `${block.place.replace(/\W+/g, "-")}.${block.language}`;
    if (blocks.has(name)) throw new Error(`${block.place}: another block is ${name} already.`);
    blocks.set(name, block);
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), block.code);
  }
  return {
    folder,
    blocks,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Where a block that is a whole file of a page says that it lies: `app/(site)/studio/page.tsx`. */
function pageFileOf({ code }: CodeBlock): string | undefined {
  return /^(?:"use client";\n)?\/\/ (app\/[\w()/-]+\.tsx)\n/.exec(code)?.[1];
}
