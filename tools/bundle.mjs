import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";

/**
 * Turns a TypeScript file and what it imports from this project into one file that Node runs as it
 * is; packages stay where they are. Node strips types by itself only from version 22.18 on.
 *
 * @param {string} entry
 * @param {string} outfile below the project, so that it finds the packages
 */
export async function bundle(entry, outfile) {
  // Imported here, not above: this file is loaded before the packages are installed.
  const { build } = await import("esbuild");
  const unfinished = `${outfile}.${randomBytes(4).toString("hex")}`;
  await build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "error",
  });
  // Two processes may bundle at once; each renames a whole file into place.
  renameSync(unfinished, outfile);
}
