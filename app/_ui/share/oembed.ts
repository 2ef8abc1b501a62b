import type { DemoDescription } from "@/lib/demo/describe";
import { embedAddress, escaped } from "./embed-code";

interface OembedOptions {
  readonly demo: DemoDescription;
  /** Of the site. */
  readonly origin: string;
  /** The run to be shown; without it the demo. */
  readonly run: string | undefined;
  /** Pixels that the asking page has; `undefined`: as many as it takes. */
  readonly most: { readonly width: number | undefined; readonly height: number | undefined };
}

const usual = { width: 960, height: 640 };
/** The picture of a page for others, in pixels. */
export const cardSize = { width: 1200, height: 630 };

/** What a page says of itself in the words of https://oembed.com, of the type "rich". */
export function oembedOf({ demo, origin, run, most }: OembedOptions) {
  const width = Math.min(usual.width, most.width ?? usual.width);
  const height = Math.min(usual.height, most.height ?? usual.height);
  const src = new URL(embedAddress({ demo, origin }));
  if (run !== undefined) src.searchParams.set("run", run);
  const path = run === undefined ? `/demos/${demo.name}` : `/runs/${run}`;
  const picture = new URL(`${path}/card.png`, origin).href;
  return {
    version: "1.0",
    type: "rich",
    title: demo.title,
    provider_name: "Yieldcast",
    provider_url: origin,
    cache_age: 300,
    width,
    height,
    html: `<iframe src="${escaped(src.href)}" title="${escaped(demo.title)}" width="${width}" height="${height}" style="border: 0" loading="lazy"></iframe>`,
    // A thumbnail that is larger than asked for must be left out.
    ...((most.width ?? cardSize.width) >= cardSize.width &&
      (most.height ?? cardSize.height) >= cardSize.height && {
        thumbnail_url: picture,
        thumbnail_width: cardSize.width,
        thumbnail_height: cardSize.height,
      }),
  };
}
