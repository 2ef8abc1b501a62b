import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { builtFrom } from "../tools/sources.mjs";

const parts = [
  ...builtFrom.filter((part) => part !== "demos"),
  "start.mjs",
  "tools",
  // What the demos of tests yield.
  "tests/fixtures/media",
];

/**
 * Makes a folder a copy of the tree, with the files of other folders as its demos. Only what
 * differs is written, and what is no longer there goes, so that a running dev site sees edits.
 */
export function copySite(root: string, folder: string, demos: string[]): void {
  const wanted = new Map<string, string>();
  for (const part of parts) collect(path.join(root, part), part, wanted);
  for (const from of demos) collect(path.join(root, from), "demos", wanted);

  const present = new Map<string, string>();
  for (const part of [...parts, "demos"]) collect(path.join(folder, part), part, present);
  for (const [name, file] of present) if (!wanted.has(name)) rmSync(file);
  for (const [name, file] of wanted) copyIfDifferent(file, path.join(folder, name));
}

function collect(file: string, name: string, into: Map<string, string>): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile()) into.set(name, file);
  if (!stats?.isDirectory()) return;
  for (const entry of readdirSync(file)) collect(path.join(file, entry), `${name}/${entry}`, into);
}

function copyIfDifferent(from: string, to: string): void {
  const content = readFileSync(from);
  const before = statSync(to, { throwIfNoEntry: false });
  if (before?.size === content.length && readFileSync(to).equals(content)) return;
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, content);
}
