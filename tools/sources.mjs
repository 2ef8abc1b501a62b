import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { installedLock } from "./install.mjs";

/** What a build is made from. */
export const builtFrom = [
  "app",
  "demos",
  "graphql",
  "lib",
  "public",
  "next.config.js",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "server.ts",
  "tsconfig.json",
];

/** Larger files, such as films in `public`, go by size and time: reading them costs a start seconds. */
const largestRead = 2 ** 20;

/**
 * A hash over the contents of everything that a build is made from, installed packages included.
 *
 * @param {string} root the folder that holds them
 */
export function hashSources(root) {
  const hash = createHash("sha256");
  for (const file of builtFrom.flatMap((entry) => filesBelow(root, entry))) {
    hash.update(`\0${file}\0`);
    const stats = statSync(path.join(root, file));
    if (stats.size > largestRead) hash.update(`${stats.size} ${stats.mtimeMs}`);
    else hash.update(readFileSync(path.join(root, file)));
  }
  const lock = installedLock(root);
  if (lock) hash.update(readFileSync(lock));
  return hash.digest("hex");
}

/**
 * The files at or below an entry, sorted, with `/` on every system.
 *
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesBelow(root, entry) {
  const stats = statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [entry];
  const names = readdirSync(path.join(root, entry)).sort();
  return names.flatMap((name) => filesBelow(root, `${entry}/${name}`));
}
