import type { Metadata } from "next";
import { headers } from "next/headers";
import { cardSize } from "@/app/_ui/share/oembed";
import { siteOrigin } from "./site-origin";

interface Shared {
  /** Such as `/demos/count-up`. */
  readonly path: string;
  readonly title: string;
  readonly description: string | undefined;
}

/** What a page tells those who show links to it: its picture, and where it is described. */
export async function shareMetadata({ path, title, description }: Shared): Promise<Metadata> {
  const origin = siteOrigin(await headers());
  const url = new URL(path, origin).href;
  const about = { title, ...(description !== undefined && { description }) };
  const image = { url: `${url}/card.png`, ...cardSize, alt: title };
  return {
    alternates: {
      types: { "application/json+oembed": `${origin}/oembed?${new URLSearchParams({ url })}` },
    },
    openGraph: { ...about, url, type: "website", siteName: "Yieldcast", images: [image] },
    twitter: { ...about, card: "summary_large_image", images: [image] },
  };
}
