import type { Page } from "playwright-core";

export interface Frames {
  /** How many animation frames were looked at. */
  frames: number;
  /** How many addresses were shown. */
  pictures: number;
  /** What was wrong in how many of them. */
  faults: Record<string, number>;
}

/**
 * Looks at a picture on every animation frame from now on, in the way in which a flash would show:
 * another element, one that is not complete, has no size, or whose pixels are empty.
 *
 * @param picture a selector of the `img`, which must be there
 * @returns ends it
 */
export async function watchPicture(page: Page, picture: string): Promise<() => Promise<Frames>> {
  const watch = await page.evaluateHandle((selector) => {
    const image = document.querySelector<HTMLImageElement>(selector);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!image || !context) throw new Error(`There is no picture at ${selector}`);
    const addresses = new Set<string>();
    const result = { frames: 0, pictures: 0, faults: {} as Record<string, number> };
    const fault = (name: string) => {
      result.faults[name] = (result.faults[name] ?? 0) + 1;
    };
    let going = true;
    const look = () => {
      result.frames++;
      addresses.add(image.src);
      const { width, height } = image.getBoundingClientRect();
      if (document.querySelector(selector) !== image) fault("another element");
      if (!image.complete) fault("not complete");
      if (image.naturalWidth === 0) fault("without a size");
      if (width < 100 || height < 100) fault("without room");
      context.clearRect(0, 0, 1, 1);
      context.drawImage(image, 0, 0, 1, 1);
      const [red = 0, , , alpha = 0] = context.getImageData(0, 0, 1, 1).data;
      if (alpha < 255 || red < 200) fault("blank");
      if (going) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    return {
      stop() {
        going = false;
        return { ...result, pictures: addresses.size };
      },
    };
  }, picture);
  return () => watch.evaluate((watch) => watch.stop());
}

type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean };

/**
 * Adds up how far things on the page are moved without anybody's doing, from its beginning on:
 * https://web.dev/articles/cls
 */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const watch = await page.evaluateHandle(() => {
    let sum = 0;
    const add = (list: PerformanceEntryList) => {
      for (const entry of list as LayoutShift[]) if (!entry.hadRecentInput) sum += entry.value;
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    return {
      sum() {
        add(observer.takeRecords());
        return sum;
      },
    };
  });
  return () => watch.evaluate((watch) => watch.sum());
}

/** Records the place and size of every output on each animation frame; the result has each once. */
export async function watchPlaces(page: Page): Promise<() => Promise<string[]>> {
  const watch = await page.evaluateHandle(() => {
    const places = new Set<string>();
    let going = true;
    const look = () => {
      const outputs = [...document.querySelectorAll("[data-output]")];
      const rectangles = outputs.map((output) => output.getBoundingClientRect());
      places.add(rectangles.map(({ x, y, width, height }) => [x, y, width, height]).join(" | "));
      if (going) requestAnimationFrame(look);
    };
    look();
    return {
      stop() {
        going = false;
        return [...places];
      },
    };
  });
  return () => watch.evaluate((watch) => watch.stop());
}
