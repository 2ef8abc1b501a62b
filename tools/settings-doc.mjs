import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { withSettingsTable } from "./settings-table.mjs";

/* `npm run docs` writes the table in docs/settings.md from lib/settings.ts. */

const root = fileURLToPath(new URL("..", import.meta.url));
const guide = path.join(root, "docs/settings.md");
const outfile = path.join(root, ".yieldcast/settings.mjs");
await bundle(path.join(root, "lib/settings.ts"), outfile);
const { settingsSchema } = await import(pathToFileURL(outfile).href);
writeFileSync(guide, withSettingsTable(readFileSync(guide, "utf8"), settingsSchema));
