import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type HlsPlayer from "hls.js";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { siteUrl } from "./demo-page";
import { query } from "./query";

/** What a player tells of a playlist from its first request to its end. */
interface Watched {
  /** When each picture is shown that was shown, in seconds. */
  frames: number[];
  /** How loud it was at which second: the largest sample of some milliseconds. */
  peaks: { time: number; peak: number }[];
  /** The numbers of the segments that were played. */
  segments: number[];
  /** Of each time that the playlist was read: whether it grows, and how far it was played by then. */
  loads: { live: boolean; time: number; segments: number }[];
  fatal: string[];
}

interface Played extends Pick<Watched, "segments" | "loads" | "fatal"> {
  /** What was kept to be played, from and until which second. */
  ranges: number[][];
  duration: number;
  time: number;
}

declare global {
  interface Window {
    Hls: typeof HlsPlayer;
    watched: Watched;
  }
}

const player = new URL("/player-of-a-test", siteUrl).href;
// Players pass over gaps that are shorter.
const tolerance = 0.05;

describe("hls.js, given a playlist while it grows,", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** Plays an output of a run that goes on, up to its end. */
  async function play(run: string, output: string) {
    await browser.closePages();
    const page = await browser.newPage();
    await page.route(player, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: "<link rel=icon href=data:,><video></video>",
      }),
    );
    await page.goto(player);
    await page.addScriptTag({ path: "node_modules/hls.js/dist/hls.min.js" });
    // Sound is played only where somebody has asked for it.
    await page.mouse.click(5, 5);
    await page.evaluate(watchPlayer, `/media/${run}/${output}/index.m3u8`);
    await page.waitForFunction(
      () => document.querySelector("video")?.ended || window.watched.fatal.length > 0,
    );
    return page.evaluate(() => {
      const video = document.querySelector("video");
      const { buffered, duration = 0, currentTime: time = 0 } = video ?? {};
      const ranges = Array.from({ length: buffered?.length ?? 0 }, (_, at) => [
        buffered?.start(at) ?? 0,
        buffered?.end(at) ?? 0,
      ]);
      const decoded = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      return { ...window.watched, ranges, duration, time, decoded };
    });
  }

  it("plays a film with B pictures through all its joins, picture and sound together", async () => {
    const playFilm = async () => {
      const { run } = await query<{ run: { id: string } }>(
        "mutation { run: startPlayFilm(pause: 900) { id } }",
      );
      const { frames, peaks, decoded, ...played } = await play(run.id, "film");
      expectAll(played, 5);
      expect(decoded).toBeGreaterThan(100);
      const steps = frames.slice(1).map((time, at) => time - (frames[at] ?? 0));
      expect(Math.min(...steps)).toBeGreaterThan(0);
      const loud = [0, 1, 2, 3, 4].map((second) => peakWithin(peaks, second) > 0.05);
      expect(loud[3]).toBe(false);
      return { frames, loud, played };
    };
    await inTime(playFilm, ({ frames, loud, played }) => {
      expectBegunLive(played);
      expect(Math.abs(frames[0] ?? 1)).toBeLessThan(0.001);
      expect(frames.length).toBeGreaterThan(50);
      // Three films with sound, one without, one with.
      expect(loud).toEqual([true, true, true, false, true]);
    });
  });

  it("plays samples through all segments", async () => {
    const playSound = async () => {
      const { run } = await query<{ run: { id: string } }>(
        "mutation { run: startHlsSound(pieces: 16, pause: 230) { id } }",
      );
      const { peaks, ...played } = await play(run.id, "sound");
      expectAll(played, 4);
      return { played, loudest: [0, 1, 2, 3].map((second) => peakWithin(peaks, second)) };
    };
    await inTime(playSound, ({ played, loudest }) => {
      expectBegunLive(played);
      for (const peak of loudest) expect(Math.abs(peak - 8000 / 32_768)).toBeLessThan(0.02);
    });
  });
});

/** That playing was begun before all of it was there. */
const expectBegunLive = ({ loads }: Played): void =>
  expect(loads.some(({ live, time }) => live && time > 0)).toBe(true);

/** That all of so many seconds was played. */
function expectAll(
  { fatal, loads, segments, ranges, duration, time }: Played,
  seconds: number,
): void {
  expect(fatal).toEqual([]);
  expect(loads.at(-1)?.live).toBe(false);
  const count = loads.at(-1)?.segments ?? 0;
  expect(segments).toEqual(Array.from({ length: count }, (_, at) => at));
  expect(Math.abs(duration - seconds)).toBeLessThan(tolerance);
  expect(Math.abs(time - duration)).toBeLessThan(tolerance);
  const [first] = ranges;
  // Where there are pictures and sound, only what has both counts.
  expect(first?.[0]).toBeLessThan(0.001);
  expect(ranges.at(-1)?.[1]).toBeGreaterThan(duration - tolerance);
  const gaps = ranges.slice(1).map(([start = 0], at) => start - (ranges[at]?.[1] ?? 0));
  for (const gap of gaps) expect(gap).toBeLessThan(tolerance);
}

/** The loudest within a second, but for its edges, where something else may still be heard. */
function peakWithin(peaks: Watched["peaks"], second: number): number {
  const its = peaks.filter(({ time }) => time > second + 0.25 && time < second + 0.9);
  return Math.max(0, ...its.map(({ peak }) => peak));
}

/** Runs in the page: attaches hls.js to its video, and writes down what it does. */
function watchPlayer(playlist: string): void {
  const video = document.querySelector("video");
  if (!video) throw new Error("There is no video");
  const watched: Watched = { frames: [], peaks: [], segments: [], loads: [], fatal: [] };
  window.watched = watched;
  const next: VideoFrameRequestCallback = (_now, { mediaTime }) => {
    watched.frames.push(mediaTime);
    video.requestVideoFrameCallback(next);
  };
  video.requestVideoFrameCallback(next);

  const context = new AudioContext({ sampleRate: 48_000 });
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaElementSource(video).connect(analyser).connect(context.destination);
  const samples = new Float32Array(analyser.fftSize);
  setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    watched.peaks.push({ time: video.currentTime, peak });
  }, 25);

  const { Hls } = window;
  const hls = new Hls();
  hls.on(Hls.Events.ERROR, (_event, { fatal, details }) => {
    if (fatal) watched.fatal.push(details);
  });
  hls.on(Hls.Events.FRAG_CHANGED, (_event, { frag }) => {
    if (typeof frag.sn === "number") watched.segments.push(frag.sn);
  });
  hls.on(Hls.Events.LEVEL_LOADED, (_event, { details }) => {
    const { live, fragments } = details;
    watched.loads.push({ live, time: video.currentTime, segments: fragments.length });
  });
  hls.loadSource(playlist);
  hls.attachMedia(video);
  void video.play();
}
