import { createBrowser } from "../../tests/browser";
import { defineMeasure } from "../measure";

/** What a browser that was never there fetches for a page, and when it can be used. */
export const coldPage = defineMeasure({
  workload: "the page of fake-diffusion in a Chromium that has just been started",
  rounds: 5,
  figures: {
    requests: { title: "requests", unit: "", atMost: 25 },
    bytes: { title: "headers and bodies of the answers", unit: "kB", atMost: 260 },
    clickable: { title: "until a click on Run starts a run", unit: "ms", atMost: 350 },
  },
  async round({ site }) {
    const address = `${site.url}/demos/fake-diffusion`;
    return { ...(await loadCold(address)), clickable: await timeToRun(address) };
  },
});

/**
 * Touches nothing until the wire is quiet.
 *
 * @param button what must be there then
 */
export async function loadCold(address: string, button = "Run") {
  await using browser = await createBrowser();
  const page = await browser.newPage();
  const answers: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    const size = request
      .sizes()
      .then(({ responseHeadersSize, responseBodySize }) => responseHeadersSize + responseBodySize);
    answers.push(size);
  });
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}.`);
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(answers);
  await page.getByRole("button", { name: button }).waitFor();
  return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) / 1000 };
}

/**
 * Clicks on Run as soon as it is there.
 *
 * @returns milliseconds from the page's request to when its status says that a run is on its way
 */
async function timeToRun(address: string): Promise<number> {
  await using browser = await createBrowser();
  const page = await browser.newPage();
  await page.addInitScript(() => {
    const look = () => {
      const status = document.querySelector("[role=status][data-phase]");
      const phase = status?.getAttribute("data-phase") ?? "idle";
      if (phase === "idle") requestAnimationFrame(look);
      else window.startedAt = performance.now();
    };
    requestAnimationFrame(look);
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("form", { name: "Inputs" }).getByRole("button", { name: /^Run/ }).click();
  await page.waitForFunction(() => window.startedAt !== undefined);
  await page.locator("[role=status][data-phase=running]").waitFor();
  return await page.evaluate(() => window.startedAt ?? Number.NaN);
}

declare global {
  interface Window {
    /** Since the page was asked for, in milliseconds. */
    startedAt: number | undefined;
  }
}
