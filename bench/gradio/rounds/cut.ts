import { setTimeout as delay } from "node:timers/promises";
import { createBrowser, type TestBrowser } from "../../../tests/browser";
import { createTcpProxy } from "../../../tests/tcp-proxy";
import type { StartGradio } from "../gradio-rounds";
import { openGradio } from "../open-gradio";

const pages = 10;
const steps = 160;
const perSecond = 20;
const downFor = 3000;

/** Ten runs, seen by pages in Chromium: nothing else of Gradio's tries to come back. */
export async function gradioCut(start: StartGradio) {
  await using gradio = await start("tokens");
  await using browser = await createBrowser();
  const port = Number(new URL(gradio.url).port);
  const seen = await Promise.all(Array.from({ length: pages }, () => throughCut(browser, port)));
  return { whole: (seen.filter((isWhole) => isWhole).length / pages) * 100 };
}

/** Whether a page has all tokens of a run in the end. */
async function throughCut(browser: TestBrowser, port: number): Promise<boolean> {
  await using wire = await createTcpProxy(port);
  const { page, run } = await openGradio(browser, wire.url);
  await page.getByRole("spinbutton").nth(0).fill(`${steps}`);
  await page.getByRole("spinbutton").nth(1).fill(`${perSecond}`);
  await run.click();
  const tokens = async () =>
    (await page.getByRole("textbox").inputValue()).split(" ").filter((token) => token !== "");
  await page.waitForFunction(() => document.querySelector("textarea")?.value !== "");
  await delay(Math.random() * 4000);
  wire.block();
  wire.cut();
  await delay(downFor);
  wire.unblock();
  // As long as the whole run takes once more, so that whatever shall come has come.
  await delay((steps / perSecond) * 1000);
  const seen = (await tokens()).map(Number);
  return (
    seen.length === steps && seen.every((token, at) => at === 0 || token > (seen[at - 1] ?? 0))
  );
}
