import { createBrowser } from "../../../tests/browser";
import { quietStretches } from "../../../tests/e2e/film-watch";
import type { Heard } from "../../../tests/e2e/heard";
import { besideIdle } from "../../measures/beside-idle";
import { type FilmFrame, length } from "../../measures/film-frames";
import { findBeeps } from "../../measures/find-beeps";
import type { StartGradio } from "../gradio-rounds";
import { openGradio } from "../open-gradio";
import type { Gradio } from "../start-gradio";
import { watchMedia } from "../watch-media";

const rate = 48_000;
const parts = 5;

export async function gradioVideo(start: StartGradio) {
  await using gradio = await start("film");
  const mp4 = await watch(gradio, "mp4");
  const ts = await watch(gradio, "ts");
  return {
    ...mp4,
    firstTs: ts.first,
    silenceTs: ts.silence,
    driftTs: ts.drift,
    stallsTs: ts.stalls,
    cpuTs: ts.cpu,
  };
}

async function watch({ url, pid }: Gradio, as: "mp4" | "ts") {
  await using browser = await createBrowser();
  let heard: Heard | undefined;
  const { page, run } = await openGradio(browser, url, async (page) => {
    heard = await watchMedia(page, rate);
  });
  await page.evaluate(() => window.tapped);
  await page.getByRole("textbox").first().fill(as);
  const cpu = await besideIdle({ site: { pid }, size: "full" }, async () => {
    await run.click();
    await page.waitForFunction(() => window.mediaEnded);
  });
  const { frames, stalls, heardAt, clickedAt } = await page.evaluate(() => ({
    heardAt: Number(window.heardAt),
    frames: window.filmFrames,
    stalls: window.stalls,
    clickedAt: window.clickedAt,
  }));
  const samples = (await heard?.samples()) ?? new Float32Array();
  const beeps = findBeeps(samples, rate);
  const seconds = samples.length / rate;
  // Longer it may be: where it stands still, it is silent.
  if (beeps.length !== parts || seconds < parts * length - 0.1) {
    throw new Error(
      `Expected ${parts} beeps in ${parts * length} s; got ${beeps.length} in ${seconds} s.`,
    );
  }
  const silences = quietStretches(samples, 0).map(({ length }) => length);
  return {
    first: (frames[0]?.at ?? Number.NaN) - clickedAt,
    silence: (Math.max(0, ...silences) / rate) * 1000,
    drift: driftOf(
      frames,
      beeps.map((beep) => heardAt + beep * 1000),
    ),
    stalls,
    cpu: cpu / parts,
  };
}

/**
 * How far the sound has moved against the picture from the first part on, at most, in milliseconds. By when
 * both came, as a film that stands still in between comes later than its own time says.
 *
 * @param beeps when each was heard, in milliseconds since the epoch
 */
function driftOf(frames: readonly FilmFrame[], beeps: readonly number[]): number {
  // The first of each part's white corners.
  const flashes = frames.filter(({ flash }, at) => flash && !frames[at - 1]?.flash);
  const [first, ...others] = beeps.flatMap((beep) => {
    const near = flashes.map(({ at }) => beep - at).filter((offset) => Math.abs(offset) < 1000);
    // A frame may be left out where the machine is busy.
    return near.length > 0 ? [near.reduce(nearer)] : [];
  });
  if (first === undefined) throw new Error("No frame with a white corner was shown.");
  return Math.max(0, ...others.map((offset) => Math.abs(offset - first)));
}

function nearer(one: number, other: number): number {
  return Math.abs(one) < Math.abs(other) ? one : other;
}
