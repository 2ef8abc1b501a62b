import type { Sharp } from "sharp";
import { parseRawImageType } from "./image-type";
import { isPackable } from "./is-packable";

export type ImageFormat = "png" | "jpeg" | "webp" | "avif";

/** How somebody wants an image. */
export interface ImageRequest {
  /** `undefined`: as it was yielded; pixels as PNG. */
  format: ImageFormat | undefined;
  /** In pixels; never more than it has. */
  width: number | undefined;
  /** 1 to 100; without meaning for PNG. */
  quality: number | undefined;
}

export interface EncodedImage {
  data: Uint8Array;
  type: string;
}

/**
 * Encodes an image as it is wanted. Bytes that are already so are handed on untouched.
 *
 * @param stored bytes and type as the byte store keeps them
 */
export async function encodeImage(
  stored: EncodedImage,
  request: ImageRequest,
): Promise<EncodedImage> {
  const raw = parseRawImageType(stored.type);
  const same = request.format === undefined || stored.type === `image/${request.format}`;
  if (!raw && same && request.width === undefined && request.quality === undefined) return stored;
  // Loaded with the first picture: a site without pictures would hold 20 MB of it for nothing.
  const { default: sharp } = await import("sharp");
  let image = raw ? sharp(stored.data, { raw }) : sharp(stored.data).autoOrient();
  if (request.width !== undefined) {
    image = image.resize({ width: request.width, withoutEnlargement: true });
  }
  const format = request.format ?? (raw ? "png" : formatOf(stored.type));
  const quality = request.quality === undefined ? {} : { quality: request.quality };
  const packed = format !== "png" || !raw || isPackable(stored.data);
  const encoded = await encode(image, format, { ...quality, packed });
  return { data: encoded, type: `image/${format}` };
}

// Live frames are looked at for a moment: speed counts more than the last few per cent of size.
function encode(
  image: Sharp,
  format: ImageFormat,
  { packed, ...quality }: { quality?: number; packed: boolean },
) {
  switch (format) {
    case "png":
      return image.png({ compressionLevel: packed ? 1 : 0, adaptiveFiltering: false }).toBuffer();
    case "jpeg":
      return image.flatten({ background: "#fff" }).jpeg(quality).toBuffer();
    case "webp":
      return image.webp({ ...quality, effort: 0 }).toBuffer();
    case "avif":
      return image.avif({ ...quality, effort: 0 }).toBuffer();
  }
}

function formatOf(type: string): ImageFormat {
  const format = type.slice("image/".length);
  return format === "jpeg" || format === "webp" || format === "avif" ? format : "png";
}
