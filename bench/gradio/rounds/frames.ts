import pLimit from "p-limit";
import sharp from "sharp";
import { createBrowser } from "../../../tests/browser";
import { watchFrames } from "../../measures/painted-frames";
import { watchAllShifts } from "../../measures/shifts";
import { processUsage } from "../../process-usage";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";
import { openGradio } from "../open-gradio";
import type { Gradio } from "../start-gradio";

const count = 60;
/** As many as a browser fetches of one host at once. */
const fetchedAtOnce = 6;

export async function gradioFrames(start: StartGradio) {
  await using gradio = await start("frames");
  await fetchFrames(gradio.url, 0, { amount: 6 });
  const { raw, cpu } = await fetchEach(gradio);
  return { raw, cpu: cpu - (await generatorAlone(start)), ...(await paint(gradio)) };
}

/**
 * On its page. Whether a picture stands there while the next one comes cannot be told as for Yieldcast's:
 * it changes the address of the one that is shown, which is not whole until then.
 */
async function paint({ url }: Gradio) {
  await using browser = await createBrowser();
  const { page, run } = await openGradio(browser, url);
  const shifted = await watchAllShifts(page);
  await watchFrames(page, ".image-frame img");
  await run.click();
  let numbers: number[] = [];
  let times: number[] = [];
  while (numbers.at(-1) !== count - 1) {
    const known = times.length;
    await page.waitForFunction((known) => window.paintedFrames.painted.length > known, known);
    const { painted } = await page.evaluate(() => window.paintedFrames);
    times = painted.map(({ at }) => at);
    numbers = await Promise.all(painted.map(async ({ url }) => frameOf(await bytesAt(url))));
  }
  if (numbers.some((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0))) {
    throw new Error(`Frames were painted in the order ${numbers.join(", ")}.`);
  }
  const clickedAt = await page.evaluate(() => window.clickedAt);
  const [first = 0] = times;
  const seconds = ((times.at(-1) ?? 0) - first) / 1000;
  return {
    painted: (times.length - 1) / seconds,
    first: first - clickedAt,
    shift: await shifted(),
  };
}

/** Milliseconds of processor time that a frame costs before Gradio has it. */
async function generatorAlone(start: StartGradio): Promise<number> {
  await using gradio = await start("generator-alone");
  let cpu = Number.NaN;
  await followGradio(gradio.url, [count], ([found]) => {
    cpu = Number(found);
  });
  return cpu;
}

/** What a client costs that fetches each frame as it comes. */
async function fetchEach({ url, pid }: Gradio): Promise<{ raw: number; cpu: number }> {
  const before = await processUsage(pid);
  const began = performance.now();
  const files = await fetchFrames(url, 0);
  const milliseconds = performance.now() - began;
  const { cpu } = await processUsage(pid);
  for (const [at, file] of files.entries()) {
    const frame = await frameOf(file);
    if (frame !== at) throw new Error(`Expected frame ${at}; got ${frame}.`);
  }
  return { raw: (count / milliseconds) * 1000, cpu: (cpu - before.cpu) / count };
}

/**
 * Runs a function that yields frames, and fetches each so manieth as it comes.
 *
 * @param at the place of the function among those of the app
 */
export async function fetchFrames(
  url: string,
  at: number,
  { amount = count, each = 1 } = {},
): Promise<Buffer[]> {
  const limit = pLimit(fetchedAtOnce);
  const coming: Promise<Buffer>[] = [];
  let seen = 0;
  await followGradio(
    url,
    [amount],
    ([picture]) => {
      const { url } = picture as { url: string };
      if (seen++ % each === 0) coming.push(limit(() => bytesAt(url)));
    },
    at,
  );
  if (seen !== amount) throw new Error(`Expected ${amount} frames; got ${seen}.`);
  return Promise.all(coming);
}

async function bytesAt(url: string): Promise<Buffer> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

/** The number of a frame, in its eight squares. */
async function frameOf(file: Buffer): Promise<number> {
  const { data, info } = await sharp(file).grayscale().raw().toBuffer({ resolveWithObject: true });
  if (info.width !== 600 || info.height !== 600) {
    throw new Error(`Expected 600 × 600 pixels; got ${info.width} × ${info.height}.`);
  }
  const bits = Array.from({ length: 8 }, (_, bit) => {
    return (data[(16 * info.width + bit * 32 + 16) * info.channels] ?? 0) > 127;
  });
  return bits.reduce((sum, isSet, bit) => sum + (isSet ? 2 ** bit : 0), 0);
}
