import pLimit from "p-limit";
import sharp from "sharp";
import { createBrowser } from "../../tests/browser";
import { open } from "../../tests/e2e/demo-page";
import type { Bench } from "../create-bench";
import { side, stampOf, stampSide, stamps } from "../demos/_noise";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { processUsage } from "../process-usage";
import { watchClicks } from "./clicked";
import { type PaintedFrames, watchFrames } from "./painted-frames";
import { watchAllShifts } from "./shifts";

const counts = { full: 60, small: 6 };
/** As many as a browser fetches of one host at once. */
const fetchedAtOnce = 6;

/** Pictures as fast as a generator makes them. */
export const frames = defineMeasure({
  workload:
    "sixty 600×600 noise frames without a pause: on a page in Chromium, and to a client that fetches each (EVERY)",
  rounds: 5,
  figures: {
    painted: { title: "painted frames a second", unit: "/s", digits: 1, atLeast: 50 },
    first: { title: "first paint after the click", unit: "ms", atMost: 60 },
    shift: { title: "layout shift", unit: "", digits: 3, atMost: 0 },
    flashes: { title: "animation frames without a whole picture", unit: "", atMost: 0 },
    cpu: {
      title: "server's processor time a frame, beside the generator's own",
      unit: "ms",
      digits: 1,
      atMost: 12,
    },
    raw: { title: "frames a second to a client that fetches each", unit: "/s", digits: 1 },
    generator: { title: "frames a second of the generator alone", unit: "/s" },
    encoder: {
      title: "processor time a frame of PNG's usual encoder alone",
      unit: "ms",
      digits: 1,
    },
  },
  async round(bench) {
    const limit = await bench.limit("frames");
    const alone = await costOf(`${limit.url}/generate`);
    const encoded = await costOf(`${limit.url}/encode`);
    const raw = await fetchEach(bench);
    return {
      ...(await paint(bench)),
      cpu: raw.cpu - alone.cpu,
      raw: raw.rate,
      generator: alone.rate,
      encoder: encoded.cpu - alone.cpu,
    };
  },
});

interface Cost {
  /** Frames a second. */
  rate: number;
  /** Milliseconds of processor time a frame. */
  cpu: number;
}

async function costOf(url: string): Promise<Cost> {
  return (await fetch(url)).json();
}

/** Follows a run in Node, fetches each frame as it comes, and looks at them afterwards. */
async function fetchEach({ site, size }: Bench): Promise<Cost> {
  const count = counts[size];
  const query = `subscription { benchFrames(frames: ${count}) { picture { url } } }`;
  const limit = pLimit(fetchedAtOnce);
  const coming: Promise<Buffer>[] = [];
  const before = await processUsage(site.pid);
  const began = performance.now();
  await follow<{ benchFrames: { picture: { url: string } } }>(
    `${site.url}/api/graphql`,
    query,
    ({ benchFrames }) => {
      coming.push(limit(() => bytesAt(new URL(benchFrames.picture.url, site.url).href)));
    },
  );
  const files = await Promise.all(coming);
  const milliseconds = performance.now() - began;
  const { cpu } = await processUsage(site.pid);
  if (files.length !== count) throw new Error(`Expected ${count} frames; got ${files.length}.`);
  for (const [at, file] of files.entries()) {
    const frame = await frameOf(file);
    if (frame !== at) throw new Error(`Expected frame ${at}; got ${frame}.`);
  }
  return { rate: (count / milliseconds) * 1000, cpu: (cpu - before.cpu) / count };
}

/** Runs the demo on its page. */
async function paint({ site, size }: Bench) {
  await using browser = await createBrowser();
  const count = counts[size];
  const { page, run, field, reaches } = await open(browser, "/demos/bench-frames", {
    at: site.url,
    viewport: { width: 1280, height: 900 },
    before: watchClicks,
  });
  await field("Frames").fill(`${count}`);
  const shifted = await watchAllShifts(page);
  await watchFrames(page, "[data-output=picture] img");
  await run.click();
  await reaches("done");
  const last = count - 1;
  let known = 0;
  let numbers: number[] = [];
  let seen: PaintedFrames = { painted: [], flashes: 0 };
  // The last one comes when the run is done already.
  while (numbers.at(-1) !== last) {
    await page.waitForFunction((known) => window.paintedFrames.painted.length > known, known);
    seen = await page.evaluate(() => window.paintedFrames);
    const files = await Promise.all(seen.painted.map(({ url }) => bytesAt(url)));
    numbers = await Promise.all(files.map(frameOf));
    known = numbers.length;
  }
  if (numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0))) {
    throw new Error(`Frames were painted in the order ${numbers.join(", ")}.`);
  }
  const clickedAt = await page.evaluate(() => window.clickedAt);
  const times = seen.painted.map(({ at }) => at);
  const [first = 0, ...others] = times;
  // Where a busy machine has painted the last one alone, that is one since the click.
  const begin = others.length > 0 ? first : clickedAt;
  const seconds = ((times.at(-1) ?? 0) - begin) / 1000;
  return {
    painted: Math.max(1, others.length) / seconds,
    first: first - clickedAt,
    shift: await shifted(),
    flashes: seen.flashes,
  };
}

async function bytesAt(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The number of a frame, once all of its stamps have it. */
async function frameOf(file: Buffer): Promise<number> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== side || info.height !== side) {
    throw new Error(`Expected ${side} × ${side} pixels; got ${info.width} × ${info.height}.`);
  }
  const first = data[0] ?? 0;
  const frame = first + (data[1] ?? 0) * 256;
  const wanted = stampOf(frame).join();
  for (const [left, top] of stamps) {
    for (const inside of [0, stampSide - 1]) {
      const at = ((top + inside) * side + left + inside) * 3;
      const found = data.subarray(at, at + 3).join();
      if (found !== wanted) throw new Error(`Expected ${wanted} in frame ${frame}; got ${found}.`);
    }
  }
  return frame;
}
