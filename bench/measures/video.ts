import { createBrowser } from "../../tests/browser";
import { open } from "../../tests/e2e/demo-page";
import { quietStretches, watchFilm } from "../../tests/e2e/film-watch";
import { type Heard, listen } from "../../tests/e2e/heard";
import type { Bench } from "../create-bench";
import { defineMeasure } from "../measure";
import { besideIdle } from "./beside-idle";
import { watchClicks } from "./clicked";
import { driftOf, length, noteFrames } from "./film-frames";
import { findBeeps } from "./find-beeps";

const rate = 48_000;
const parts = { full: 5, small: 1 };

/** A film that streams, from the click to its last frame. */
export const video = defineMeasure({
  workload:
    "five parts of 2 s, 640×360, H.264 and AAC, each coded on its own, one each 1.8 s, as MP4 and as MPEG-TS, on a page in Chromium",
  figures: {
    first: { title: "first frame after the click, MP4", unit: "ms", atMost: 200 },
    silence: { title: "longest silence, MP4", unit: "ms", digits: 2, atMost: 1 },
    drift: { title: "drift of sound and picture, MP4", unit: "ms", digits: 1, atMost: 5 },
    stalls: { title: "stalls, MP4", unit: "", atMost: 0 },
    cpu: {
      title: "server's processor time a part beside the idle cost, MP4",
      unit: "ms",
      digits: 1,
      atMost: 30,
    },
    firstTs: { title: "first frame after the click, TS", unit: "ms", atMost: 200 },
    silenceTs: { title: "longest silence, TS", unit: "ms", digits: 2, atMost: 1 },
    driftTs: { title: "drift of sound and picture, TS", unit: "ms", digits: 1, atMost: 5 },
    stallsTs: { title: "stalls, TS", unit: "", atMost: 0 },
    cpuTs: {
      title: "server's processor time a part beside the idle cost, TS",
      unit: "ms",
      digits: 1,
      atMost: 30,
    },
  },
  async round(bench) {
    const mp4 = await watch(bench, "mp4");
    const ts = await watch(bench, "m2ts");
    return {
      ...mp4,
      firstTs: ts.first,
      silenceTs: ts.silence,
      driftTs: ts.drift,
      stallsTs: ts.stalls,
      cpuTs: ts.cpu,
    };
  },
});

async function watch(bench: Bench, as: "mp4" | "m2ts") {
  const count = parts[bench.size];
  await using browser = await createBrowser();
  let heard: Heard | undefined;
  const { page, run, field, reaches } = await open(browser, "/demos/bench-film", {
    at: bench.site.url,
    bypassCSP: true,
    before: async (page) => {
      heard = await listen(page, rate);
      await watchClicks(page);
    },
  });
  await field("As").click();
  await page.getByRole("option", { name: as, exact: true }).click();
  await field("Parts").fill(`${count}`);
  await watchFilm(page);
  await page.locator("[data-output] video").evaluate(noteFrames);
  const cpu = await besideIdle(bench, async () => {
    await run.click();
    await reaches("done");
    await page.locator("[data-player=ended]").waitFor();
  });
  const { frames, stalls, clickedAt } = await page.evaluate(() => ({
    frames: window.filmFrames,
    stalls: window.stalls,
    clickedAt: window.clickedAt,
  }));
  const samples = (await heard?.samples()) ?? new Float32Array();
  const beeps = findBeeps(samples, rate);
  const silences = quietStretches(samples, 0).map(({ length }) => length);
  // A wave is silent for a sample or so each time that it crosses the middle.
  const silent = silences.reduce((sum, length) => sum + (length > rate / 1000 ? length : 0), 0);
  const seconds = (samples.length - silent) / rate;
  if (beeps.length !== count || Math.abs(seconds - count * length) > 0.1) {
    throw new Error(
      `Expected ${count} beeps in ${count * length} s; got ${beeps.length} in ${seconds} s.`,
    );
  }
  return {
    first: (frames[0]?.at ?? Number.NaN) - clickedAt,
    silence: (Math.max(0, ...silences) / rate) * 1000,
    drift: driftOf(frames, beeps),
    stalls,
    cpu: cpu / count,
  };
}
