import type { Page } from "playwright-core";
import type { TestBrowser } from "../browser";

export interface Painted {
  /** Different pictures a second, from the first to the last. */
  rate: number;
  /** The address of each, in their order. */
  addresses: string[];
  /** What was wrong on how many animation frames. */
  faults: Record<string, number>;
}

export interface WatchPaintedOptions {
  /** A selector of the `img`, which must be there. */
  picture: string;
  /** A part of the picture, in its own pixels, that is never transparent. */
  solid: { x: number; y: number; width: number; height: number };
}

/**
 * Looks on every animation frame at what a picture shows by then, which is what is painted next.
 *
 * @returns ends it
 */
export async function watchPainted(
  page: Page,
  options: WatchPaintedOptions,
): Promise<() => Promise<Painted>> {
  const watch = await page.evaluateHandle(({ picture, solid }) => {
    const image = document.querySelector<HTMLImageElement>(picture);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!image || !context) throw new Error(`There is no picture at ${picture}`);
    const shown: { address: string; at: number }[] = [];
    const faults: Record<string, number> = {};
    const fault = (name: string) => {
      faults[name] = (faults[name] ?? 0) + 1;
    };
    let going = true;
    const look = (at: number) => {
      if (shown.at(-1)?.address !== image.src) {
        if (shown.some(({ address }) => address === image.src)) fault("one that was shown before");
        shown.push({ address: image.src, at });
      }
      if (document.querySelector(picture) !== image) fault("another element");
      if (!image.complete) fault("not complete");
      if (image.naturalWidth === 0) fault("without a size");
      context.clearRect(0, 0, 1, 1);
      const { x, y, width, height } = solid;
      context.drawImage(image, x, y, width, height, 0, 0, 1, 1);
      if (context.getImageData(0, 0, 1, 1).data[3] !== 255) fault("blank");
      if (going) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return {
      stop() {
        going = false;
        const seconds = ((shown.at(-1)?.at ?? 0) - (shown[0]?.at ?? 0)) / 1000;
        return {
          rate: (shown.length - 1) / seconds,
          addresses: shown.map(({ address }) => address),
          faults,
        };
      },
    };
  }, options);
  return () => watch.evaluate((watch) => watch.stop());
}

/**
 * Draws pictures one after the other, round and round, in a page that does nothing else and has them all
 * before it begins: so many a second are possible here and now.
 *
 * @returns ends it, with how many a second it has drawn
 */
export async function drawBarely(
  browser: TestBrowser,
  addresses: string[],
): Promise<() => Promise<number>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent("<img style='width: 576px; image-rendering: pixelated'>");
  const drawing = await page.evaluateHandle(async (addresses) => {
    const loaded = addresses.map((address) => {
      const image = new Image();
      image.src = address;
      return image;
    });
    await Promise.all(loaded.map((image) => image.decode()));
    const times: number[] = [];
    let going = true;
    const draw = (at: number) => {
      const image = loaded[times.length % loaded.length];
      if (document.images[0] && image) document.images[0].src = image.src;
      times.push(at);
      if (going) requestAnimationFrame(draw);
    };
    requestAnimationFrame(draw);
    return {
      stop() {
        going = false;
        return ((times.length - 1) / ((times.at(-1) ?? 0) - (times[0] ?? 0))) * 1000;
      },
    };
  }, addresses);
  return () => drawing.evaluate((drawing) => drawing.stop());
}
