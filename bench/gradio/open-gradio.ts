import type { Page } from "playwright-core";
import type { TestBrowser } from "../../tests/browser";
import { watchClicks } from "../measures/clicked";

/** Opens the page of an app, and waits until nothing more of it comes. */
export async function openGradio(
  browser: TestBrowser,
  url: string,
  before?: (page: Page) => Promise<void>,
) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await watchClicks(page);
  await before?.(page);
  await page.goto(url);
  await page.waitForLoadState("networkidle");
  return { page, run: page.getByRole("button", { name: "Run", exact: true }).first() };
}
