import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt } from "./tools/build.mjs";
import { bundle } from "./tools/bundle.mjs";
import { keepHeapSmall } from "./tools/heap.mjs";
import { ensureInstalled } from "./tools/install.mjs";
import { requireNode } from "./tools/require-node.mjs";

/*
 * `npm start` serves the built site, `npm run dev` the sources with hot reload. Whatever either
 * lacks is made first, so this file needs nothing but Node.
 */

requireNode();
const root = path.dirname(fileURLToPath(import.meta.url));
const dev = process.argv.includes("--dev");
if (!dev) keepHeapSmall();
process.chdir(root);
// Next's types make it read-only, for its own sake.
Reflect.set(process.env, "NODE_ENV", dev ? "development" : "production");
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

try {
  ensureInstalled(root);
  const server = dev ? path.join(root, ".yieldcast/dev-server.mjs") : await ensureBuilt(root);
  if (dev) await bundle(path.join(root, "server.ts"), server);
  await import(pathToFileURL(server).href);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
