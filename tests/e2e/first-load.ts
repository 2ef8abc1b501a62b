import type { Page } from "playwright-core";
import type { TestBrowser } from "../browser";
import { siteUrl } from "./demo-page";

/**
 * What a browser that was never here before fetches for a page by itself while nobody touches anything:
 * what the HTML names, and what the page's scripts ask for at once, until the wire is quiet. What waits for
 * the browser to be idle is no part of it, as it keeps nobody from using the page: here the browser never
 * is. Bytes are those of the bodies as they were sent, so scripts count as gzip has made them.
 */
export interface FirstLoad {
  readonly path: string;
  /** The largest first. */
  readonly scripts: readonly LoadedFile[];
  readonly scriptBytes: number;
  readonly requests: number;
  readonly bytes: number;
}

interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  /** Whether the browser had read of it in the HTML; else it came only after other scripts. */
  readonly named: boolean;
}

/** Opens a page in a browser with an empty cache, and measures its first load. */
export async function measureFirstLoad(browser: TestBrowser, path: string): Promise<FirstLoad> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const fetched = watchRequests(page);
  const answer = await page.goto(siteUrl + path);
  if (!answer?.ok()) throw new Error(`${path} answers ${answer?.status()}`);
  const html = await answer.text();
  await page.waitForLoadState("networkidle");
  const files = await Promise.all(fetched());
  await page.context().close();

  const scripts = files
    .filter(({ type }) => type === "script")
    .map(({ name, bytes }) => ({ name, bytes, named: html.includes(name) }))
    .sort((one, other) => other.bytes - one.bytes);
  return {
    path,
    scripts,
    scriptBytes: sum(scripts),
    requests: files.length,
    bytes: sum(files),
  };
}

/** Why a page is over its budget; `undefined` where it is not. */
export function overBudget({ path, scripts, scriptBytes }: FirstLoad, budget: number) {
  if (scriptBytes <= budget) return undefined;
  const largest = scripts.slice(0, 12).map(({ name, bytes, named }) => {
    return `  ${kB(bytes)}  ${name.split("/").pop()}${named ? "" : " (not in the HTML)"}`;
  });
  return [
    `${path} loads ${kB(scriptBytes)} of scripts; its budget is ${kB(budget)}. The largest of ${scripts.length}:`,
    ...largest,
  ].join("\n");
}

/** `154.6 kB`, of 1,000 bytes each. */
export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function watchRequests(page: Page) {
  const fetched: Promise<{ name: string; type: string; bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    const sized = request.sizes().then(({ responseBodySize }) => ({
      name: new URL(request.url()).pathname,
      type: request.resourceType(),
      bytes: responseBodySize,
    }));
    fetched.push(sized);
  });
  return () => fetched;
}

function sum(files: readonly { bytes: number }[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}
