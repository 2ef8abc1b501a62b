import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { hashSources } from "../../../tools/sources.mjs";

describe("hashSources", () => {
  let root: string;
  const at = (file: string) => path.join(root, file);

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), "yieldcast-sources-"));
    mkdirSync(at("demos/data"), { recursive: true });
    writeFileSync(at("demos/one.ts"), "one");
    writeFileSync(at("demos/data/words.txt"), "words");
    writeFileSync(at("package.json"), "{}");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("goes by content, not by time", () => {
    const before = hashSources(root);
    utimesSync(at("demos/one.ts"), new Date(0), new Date(0));
    expect(hashSources(root)).toBe(before);
  });

  it.each([
    ["an edit deep down", () => writeFileSync(at("demos/data/words.txt"), "word")],
    ["a new file", () => writeFileSync(at("demos/two.ts"), "")],
    ["a file that is gone", () => rmSync(at("demos/one.ts"))],
    [
      "other packages",
      () => {
        mkdirSync(at("node_modules"));
        writeFileSync(at("node_modules/.package-lock.json"), "{}");
      },
    ],
  ])("sees %s", (_what, change) => {
    const before = hashSources(root);
    change();
    expect(hashSources(root)).not.toBe(before);
  });

  it("does not look at what no build is made from", () => {
    const before = hashSources(root);
    writeFileSync(at("README.md"), "hello");
    expect(hashSources(root)).toBe(before);
  });
});
