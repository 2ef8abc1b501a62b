import type { ImagePiece } from "../../kinds/image-stream";
import { wrongPiece } from "./wrong-piece";

const largest = 4096;

/**
 * What the head of an encoded picture says of it. Its pixels are not decoded.
 *
 * @throws InputError where it is no JPEG, PNG or WebP, or larger than 4096 × 4096
 */
export async function readPicture(data: Uint8Array): Promise<Omit<ImagePiece, "time">> {
  const format = formatOf(data);
  // The other formats that sharp reads include some, such as SVG, that are more than a head.
  if (!format)
    throw wrongPicture(`${data.byteLength.toLocaleString("en")} bytes of something else`);
  const { default: sharp } = await import("sharp");
  const metadata = await sharp(data)
    .metadata()
    .catch(() => undefined);
  if (!metadata || metadata.format !== format) {
    throw wrongPicture(`${data.byteLength.toLocaleString("en")} bytes that cannot be read`);
  }
  const { width, height } = metadata.autoOrient;
  if (width > largest || height > largest) throw wrongPicture(`one of ${width} × ${height}`);
  return { data, mimeType: `image/${format}`, width, height };
}

function wrongPicture(came: string): Error {
  return wrongPiece(
    "data",
    `a JPEG, PNG or WebP of at most ${largest} × ${largest} pixels, in base64; got ${came}`,
  );
}

function formatOf(data: Uint8Array): "jpeg" | "png" | "webp" | undefined {
  const head = String.fromCharCode(...data.subarray(0, 12));
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("RIFF") && head.endsWith("WEBP")) return "webp";
  return undefined;
}
