import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureChromium } from "../../tests/chromium.mjs";
import { bundle } from "../bundle.mjs";
import { ensureInstalled } from "../install.mjs";

/*
 * `npm run pictures` takes a picture of every page, in both themes and two widths, to be looked at:
 * `.yieldcast/pictures`. Words after it choose pages: `npm run pictures -- chat gallery`. Those that
 * stand in README and docs are written to docs/images too.
 */

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);
ensureInstalled(root);
process.env.CHROMIUM_PATH = await ensureChromium();
await bundle("tools/pictures/pictures.ts", ".yieldcast/pictures.mjs");
await import(pathToFileURL(path.join(root, ".yieldcast/pictures.mjs")).href);
