import type { ImageValue } from "../image";
import { type Declaration, declare, type Output, type OutputOptions } from "../kind";

/** A picture of a gallery: whatever `image()` takes, with a caption or without. */
export type GalleryItem = ImageValue | { readonly image: ImageValue; readonly caption?: string };

/** What a `gallery()` output takes: several pictures, or one. */
export type GalleryValue = readonly GalleryItem[] | GalleryItem;

/** Options of a gallery. */
export interface GalleryOptions extends OutputOptions {
  /** `true`: each yield's pictures are put behind those so far. Default: they replace them. */
  append?: boolean;
}

export type GalleryOutput = Output<GalleryValue> & Declaration<"gallery", GalleryOptions>;

/**
 * Several pictures in a grid, at most 1,000, each as `image()` takes one.
 *
 * @example
 * output: gallery({ append: true }),
 * // yield { image: { data, width: 256, height: 256 }, caption: "Step 1" };
 */
export function gallery(options: GalleryOptions = {}): GalleryOutput {
  return declare("gallery", options);
}
