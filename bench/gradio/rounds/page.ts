import { createBrowser } from "../../../tests/browser";
import { loadCold } from "../../measures/cold-page";
import type { StartGradio } from "../gradio-rounds";

export async function gradioPage(start: StartGradio) {
  await using gradio = await start("fake-diffusion");
  const loaded = await loadCold(gradio.url, "Submit");
  return { ...loaded, clickable: await timeToRun(gradio.url) };
}

/** Clicks on the button as soon as it is there; its place is taken by Stop when a run is on its way. */
async function timeToRun(address: string): Promise<number> {
  await using browser = await createBrowser();
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const look = () => {
      const buttons = [...document.querySelectorAll("button")];
      const stop = buttons.find(({ textContent }) => textContent.trim() === "Stop");
      if (stop?.checkVisibility()) window.startedAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("button", { name: "Submit" }).click();
  await page.waitForFunction(() => window.startedAt !== undefined);
  // It was a run indeed.
  await page.locator(".image-frame img").waitFor();
  return page.evaluate(() => window.startedAt ?? Number.NaN);
}
