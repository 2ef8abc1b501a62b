import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import { preview } from "./preview";

export type ImageStreamSource = "webcam" | "upload";

export interface ImageStreamOptions extends InputOptions {
  /** Milliseconds from one picture to the next, 20 to 60,000. Default: 100. */
  every?: number;
  /** Where the pictures may come from: the webcam, or a video file. Default: both. */
  sources?: readonly ImageStreamSource[];
  /** Wider pictures are scaled down in the page: 16 to 4,096 pixels. Default: 640. */
  maxWidth?: number;
}

/** One picture of a stream. An `image()` output takes it as it is. */
export interface ImagePiece {
  /** A JPEG, PNG or WebP file. */
  readonly data: Uint8Array;
  readonly mimeType: "image/jpeg" | "image/png" | "image/webp";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Seconds: into the video file, or since the first picture of the webcam. */
  readonly time: number;
}

/**
 * What `run` is given for an `imageStream()`. Of the webcam's pictures it gives the newest: those that
 * the generator was too slow for are dropped. Of a video file it gives each. One `for await` at a time.
 */
export interface ImageInputStream extends AsyncIterable<ImagePiece> {
  /** How many pictures came and were never given. */
  readonly dropped: number;
}

export type ImageStream = Input<ImageInputStream> &
  Declaration<
    "imageStream",
    ImageStreamOptions & {
      every: number;
      sources: readonly ImageStreamSource[];
      maxWidth: number;
    }
  >;

/**
 * The webcam's pictures, or those of a video file, while the run goes on.
 *
 * @example
 * inputs: { camera: imageStream({ every: 200, sources: ["webcam"] }) },
 * output: image(),
 * async *run({ camera }) {
 *   for await (const picture of camera) yield picture;
 * },
 */
export function imageStream(options: ImageStreamOptions = {}): ImageStream {
  const { every = 100, sources = ["webcam", "upload"], maxWidth = 640 } = options;
  return declare("imageStream", { ...options, every, sources, maxWidth });
}

const known: readonly unknown[] = ["webcam", "upload"];

export const imageStreamInput: InputKind<ImageStream["options"], undefined> = {
  faults({ every, sources, maxWidth }) {
    const faults: string[] = [];
    if (!(every >= 20 && every <= 60_000)) {
      faults.push(
        `every must be a number of milliseconds from 20 to 60,000; got ${preview(every)}`,
      );
    }
    if (
      !Array.isArray(sources) ||
      sources.length === 0 ||
      !sources.every((s) => known.includes(s))
    ) {
      faults.push(`sources must list "webcam", "upload" or both; got ${preview(sources)}`);
    }
    if (!(Number.isInteger(maxWidth) && maxWidth >= 16 && maxWidth <= 4096)) {
      faults.push(`maxWidth must be a whole number from 16 to 4,096; got ${preview(maxWidth)}`);
    }
    return faults;
  },
  default: () => undefined,
  allowed: () => "left out when a run is started, as it is fed while the run goes on",
  accepts: (value): value is undefined => value == null,
};
