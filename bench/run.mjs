import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "../tools/bundle.mjs";
import { ensureInstalled } from "../tools/install.mjs";

/* `npm run bench` measures everything, `npm run bench -- count` one of the measures. */

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);
ensureInstalled(root);
await bundle("bench/bench.ts", ".yieldcast/bench.mjs");
await import(pathToFileURL(path.join(root, ".yieldcast/bench.mjs")).href);
