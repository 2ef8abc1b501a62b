import { createBrowser } from "../../../tests/browser";
import { quietStretches } from "../../../tests/e2e/film-watch";
import type { Heard } from "../../../tests/e2e/heard";
import { besideIdle } from "../../measures/beside-idle";
import type { StartGradio } from "../gradio-rounds";
import { openGradio } from "../open-gradio";
import type { Gradio } from "../start-gradio";
import { watchMedia } from "../watch-media";

const rate = 48_000;
const chunks = 10;

/** It codes the samples anew, so they cannot be compared one by one: a gap is a millisecond of silence. */
export async function gradioSound(start: StartGradio) {
  await using gradio = await start("sound");
  const long = await hear(gradio, 1000);
  const short = await hear(gradio, 250);
  return {
    first: long.first,
    firstShort: short.first,
    gaps: long.gaps + short.gaps,
    cpu: long.cpu,
  };
}

async function hear({ url, pid }: Gradio, milliseconds: number) {
  await using browser = await createBrowser();
  let heard: Heard | undefined;
  const { page, run } = await openGradio(browser, url, async (page) => {
    heard = await watchMedia(page, rate);
  });
  await page.evaluate(() => window.tapped);
  await page.getByRole("spinbutton").nth(0).fill(`${chunks}`);
  await page.getByRole("spinbutton").nth(1).fill(`${milliseconds}`);
  const cpu = await besideIdle({ site: { pid }, size: "full" }, async () => {
    await run.click();
    await page.waitForFunction(() => window.mediaEnded);
  });
  const samples = (await heard?.samples()) ?? new Float32Array();
  const seconds = samples.length / rate;
  const wanted = (chunks * milliseconds) / 1000;
  // Longer it may be: where it stands still, it is silent.
  if (seconds < wanted - 0.1) throw new Error(`Of ${wanted} s of sound ${seconds} s were heard.`);
  const first = await page.evaluate(() => Number(window.heardAt) - window.clickedAt);
  return { first, gaps: quietStretches(samples, rate / 1000).length, cpu: cpu / chunks };
}
