import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../tools/bundle.mjs";

/** Jest's globalSetup, which it does not compile: serves one site for all contract and e2e tests. */
export default async function serveSite() {
  if (process.env.YIELDCAST_URL) return; // a site of one's own is tested instead
  const root = path.resolve(import.meta.dirname, "..");
  const outfile = path.join(root, ".yieldcast/test-site.mjs");
  await bundle(path.join(root, "tests/site.ts"), outfile);
  const { createSite, testSite } = await import(pathToFileURL(outfile).href);
  const site = await createSite(testSite);
  process.env.YIELDCAST_URL = site.url;
  process.env.YIELDCAST_LOG = site.logFile;
  Reflect.set(globalThis, Symbol.for("yieldcast.test-site"), site);
}
