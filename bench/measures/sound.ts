import { createBrowser } from "../../tests/browser";
import { open } from "../../tests/e2e/demo-page";
import { compare, type Heard, listen, noise } from "../../tests/e2e/heard";
import type { Bench } from "../create-bench";
import { defineMeasure } from "../measure";
import { besideIdle } from "./beside-idle";
import { watchClicks } from "./clicked";

const rate = 48_000;
const chunks = {
  full: { long: 10, short: 10 },
  small: { long: 1, short: 3 },
};

/** Sound that streams, from the click to its last sample. */
export const sound = defineMeasure({
  workload:
    "ten WAV files of 1 s, one each 0.9 s, and ten of 0.25 s, one each 0.225 s, on a page in Chromium",
  figures: {
    first: { title: "first sound after the click, 1 s each", unit: "ms", atMost: 120 },
    firstShort: { title: "first sound after the click, 0.25 s each", unit: "ms", atMost: 120 },
    gaps: { title: "gaps between samples", unit: "", atMost: 0 },
    cpu: {
      title: "server's processor time a chunk of 1 s, beside the idle cost",
      unit: "ms",
      digits: 1,
      atMost: 3,
    },
  },
  async round(bench) {
    const long = await hear(bench, 1000, chunks[bench.size].long);
    const short = await hear(bench, 250, chunks[bench.size].short);
    return {
      first: long.first,
      firstShort: short.first,
      gaps: long.gaps + short.gaps,
      cpu: long.cpu,
    };
  },
});

async function hear(bench: Bench, milliseconds: number, count: number) {
  await using browser = await createBrowser();
  let heard: Heard | undefined;
  const { page, run, field, reaches } = await open(browser, "/demos/bench-sound", {
    at: bench.site.url,
    bypassCSP: true,
    before: async (page) => {
      heard = await listen(page, rate);
      await watchClicks(page);
    },
  });
  await page.evaluate(() => window.tapped);
  await field("Chunks").fill(`${count}`);
  await field("Milliseconds").fill(`${milliseconds}`);
  const cpu = await besideIdle(bench, async () => {
    await run.click();
    await reaches("done");
    await page.locator("[data-player=ended]").waitFor();
  });
  const samples = (await heard?.samples()) ?? new Float32Array();
  const source = noise(count, (rate * milliseconds) / 1000);
  const { matched, wrongAt, silences } = compare(samples, source);
  if (matched !== source.length || wrongAt !== undefined) {
    throw new Error(`Of ${source.length} samples the first ${matched} were heard as they are.`);
  }
  const first = await page.evaluate(() => Number(window.heardAt) - window.clickedAt);
  return { first, gaps: silences.length, cpu: cpu / count };
}
