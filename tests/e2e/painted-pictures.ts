import type { Page } from "playwright-core";
import type { TestBrowser } from "../browser";
import { siteUrl } from "./demo-page";

export interface Painted {
  /** Different pictures a second, from the first to the last. */
  rate: number;
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
        return { rate: (shown.length - 1) / seconds, faults };
      },
    };
  }, options);
  return () => watch.evaluate((watch) => watch.stop());
}

/**
 * Opens a page of the site that does nothing but draw the newest picture of a run of `life`, in as few
 * lines as that takes: what it paints is possible here and now. Its picture is its only `img`.
 */
export async function drawBarely(browser: TestBrowser, run: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // Any address of the site that is no page of Yieldcast.
  await page.goto(new URL("/embed.js", siteUrl).href);
  await page.evaluate(async (run) => {
    const image = document.createElement("img");
    image.style.width = "576px";
    image.style.imageRendering = "pixelated";
    document.body.replaceChildren(image);
    let newest: string | undefined;
    let loading = 0;
    let held: HTMLImageElement;
    async function load(): Promise<void> {
      if (newest === undefined || loading === 4) return;
      const spare = new Image();
      spare.src = newest;
      newest = undefined;
      loading++;
      await spare.decode();
      loading--;
      held = spare;
      image.src = held.src;
      void load();
    }
    const socket = new WebSocket(
      `${location.origin.replace("http", "ws")}/api/graphql`,
      "graphql-transport-ws",
    );
    const query = `subscription ($run: ID!) { life(run: $run, delivery: LATEST) { board { url } } }`;
    await new Promise((resolve) => {
      socket.onopen = () => socket.send(JSON.stringify({ type: "connection_init" }));
      socket.onmessage = ({ data }) => {
        const { type, payload } = JSON.parse(data);
        if (type === "connection_ack") {
          const subscribe = { query, variables: { run } };
          socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: subscribe }));
        }
        if (type !== "next") return;
        newest = payload.data.life.board.url;
        void load();
        resolve(undefined);
      };
    });
  }, run);
  await page.locator("img[src]").waitFor();
  return page;
}
