import type { Page } from "playwright-core";
import { eventually } from "../eventually";

declare global {
  interface Window {
    shownFrames: { time: number; width: number }[];
  }
}

/**
 * Records each frame that is shown, and sends the sound through the page's audio. The page must be
 * listened to, see heard.ts.
 */
export async function watchFilm(page: Page): Promise<void> {
  // The player comes once somebody is at work on the page.
  let moves = 0;
  await eventually(
    async () => {
      await page.mouse.move(1, ++moves % 100);
      return page.locator("[data-output] video").count();
    },
    (players) => players > 0,
  );
  await page.evaluate(async () => {
    await window.tapped;
    const video = document.querySelector<HTMLVideoElement>("[data-output] video");
    if (!video) throw new Error("There is no video");
    window.shownFrames = [];
    const next: VideoFrameRequestCallback = (_now, { mediaTime, width }) => {
      window.shownFrames.push({ time: mediaTime, width });
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
    const { loudspeaker } = window;
    loudspeaker.createMediaElementSource(video).connect(loudspeaker.destination);
    // It would not be heard, nor go on, before somebody has pressed something.
    addEventListener("click", () => void loudspeaker.resume());
  });
}

export interface Shown {
  frames: { time: number; width: number }[];
  /** The least and the longest time from one frame to the next, in seconds. */
  steps: [number, number];
  /** What is buffered, from and to, in seconds. */
  ranges: [number, number][];
  time: number;
  gaps: number;
  /** How many frames the browser was given, also those that it left out as it was too late for them. */
  decoded: number;
}

/** What was shown since the last look. */
export async function takeShown(page: Page): Promise<Shown> {
  const shown = await page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>("[data-output] video");
    const { buffered, currentTime: time = 0 } = video ?? {};
    const ranges = Array.from({ length: buffered?.length ?? 0 }, (_, at): [number, number] => [
      buffered?.start(at) ?? 0,
      buffered?.end(at) ?? 0,
    ]);
    const gaps = Number(document.querySelector("[data-player]")?.getAttribute("data-gaps"));
    const frames = window.shownFrames;
    window.shownFrames = [];
    const decoded = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
    return { frames, ranges, time, gaps, decoded };
  });
  const times = shown.frames.map(({ time }) => time);
  const steps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  return { ...shown, steps: [Math.min(...steps), Math.max(...steps)] };
}

/** Where it is silent for longer than some samples. */
export function quietStretches(
  samples: Float32Array,
  longest: number,
): { from: number; length: number }[] {
  const stretches: { from: number; length: number }[] = [];
  let run = 0;
  samples.forEach((sample, at) => {
    if (Math.abs(sample) < 0.002) {
      run++;
      return;
    }
    if (run > longest) stretches.push({ from: at - run, length: run });
    run = 0;
  });
  return stretches;
}

/**
 * Samples of a sine that do not go on from the two before them: each step of a phase, each gap and
 * each sample too many shows as some.
 *
 * @param frequency of the sine, in Hz
 */
export function clicksOf(samples: Float32Array, frequency: number, rate: number): number[] {
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  const clicks: number[] = [];
  for (let at = 2; at < samples.length; at++) {
    const expected = turn * (samples[at - 1] ?? 0) - (samples[at - 2] ?? 0);
    if (Math.abs((samples[at] ?? 0) - expected) > 0.01) clicks.push(at);
  }
  return clicks;
}
