import { YieldError } from "../kinds/yield-error";
import { type RawImage, rawImageType } from "./image-type";
import { isBytesLike, type ReadBytesOptions, readBytes } from "./read-bytes";

/** Raw pixels, row by row from the top left, 8 bits a channel. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  /** 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA. Default: what the length of `data` says. */
  channels?: number;
}

/** Encoded bytes that say so, such as a piece of an `imageStream()`. */
export interface EncodedImage {
  readonly data: Uint8Array;
  /** Such as `image/jpeg`. What the bytes are is read from them all the same. */
  readonly mimeType: string;
}

/** As much of a sharp instance as is used, so that a demo may bring its own copy of sharp. */
export interface SharpLike {
  toBuffer(options: { resolveWithObject: true }): Promise<{
    data: Uint8Array;
    info: { format: string; width: number; height: number; channels: number };
  }>;
}

/** An image as the byte store keeps it. */
export interface ReadImage {
  data: Uint8Array;
  type: string;
  width: number;
  height: number;
}

const expected =
  "an image: { data, width, height, channels }, encoded bytes, a path inside the project, a file that was given, a Blob or a sharp instance";

// What a browser shows by itself. Others (TIFF, HEIF, SVG) are turned into PNG when they are yielded,
// so that no script in an SVG and no format without a decoder reaches a page.
const shown = new Set(["png", "jpeg", "webp", "gif", "avif"]);

const mostPixels = 100_000_000;

/**
 * Turns what a generator yielded for an image into bytes of a known type and size. They are copied,
 * since generators like to paint the next frame into the same array.
 *
 * @throws YieldError where the value is no image, or one that cannot be read
 */
export async function readImage(
  value: unknown,
  options: ReadBytesOptions = {},
): Promise<ReadImage> {
  // A sharp instance or pixels may have a path of their own; what they are comes first.
  if (isSharp(value)) return readSharp(value);
  if (isEncoded(value)) return readEncoded(new Uint8Array(value.data));
  if (isPixels(value)) return readPixels(value);
  if (isBytesLike(value)) return readEncoded(await readBytes(value, options));
  throw new YieldError(expected, { value });
}

function readPixels(value: Pixels): ReadImage {
  const { data, width, height } = value;
  if (!isSize(width) || !isSize(height) || width * height > mostPixels) {
    throw new YieldError(
      `a width and a height of at least 1 and at most ${mostPixels.toLocaleString("en")} pixels`,
      `${width} × ${height}`,
    );
  }
  const channels = value.channels ?? data.length / (width * height);
  if (!isChannels(channels) || data.length !== width * height * channels) {
    throw new YieldError(
      `width × height × channels bytes of pixels, with 1 to 4 channels`,
      `${data.length} bytes for ${width} × ${height}${value.channels === undefined ? "" : ` × ${value.channels}`}`,
    );
  }
  const copy = new Uint8Array(data);
  return { data: copy, type: rawImageType({ width, height, channels }), width, height };
}

async function readEncoded(data: Uint8Array): Promise<ReadImage> {
  try {
    const { default: sharp } = await import("sharp");
    const metadata = await sharp(data, { limitInputPixels: mostPixels }).metadata();
    const format =
      metadata.format === "heif" && metadata.compression === "av1" ? "avif" : metadata.format;
    // EXIF may turn a photograph on its side; what is shown is what counts.
    const { width, height } = metadata.autoOrient;
    if (shown.has(format)) return { data, type: `image/${format}`, width, height };
    return readSharp(sharp(data, { limitInputPixels: mostPixels }).autoOrient().png());
  } catch {
    throw new YieldError(expected, `${data.byteLength} bytes that are no image known here`);
  }
}

async function readSharp(value: SharpLike): Promise<ReadImage> {
  const { data, info } = await value.toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (info.format === "raw" && isChannels(channels)) {
    return { data, type: rawImageType({ width, height, channels }), width, height };
  }
  return readEncoded(data);
}

function isSharp(value: unknown): value is SharpLike {
  return (
    isObject(value) && typeof value.toBuffer === "function" && typeof value.metadata === "function"
  );
}

function isEncoded(value: unknown): value is EncodedImage {
  return isObject(value) && value.data instanceof Uint8Array && typeof value.mimeType === "string";
}

function isPixels(value: unknown): value is Pixels {
  if (!isObject(value)) return false;
  return value.data instanceof Uint8Array || value.data instanceof Uint8ClampedArray;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isChannels(value: number): value is RawImage["channels"] {
  return value === 1 || value === 2 || value === 3 || value === 4;
}
