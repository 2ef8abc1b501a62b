import { type FileHandle, open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { Probed } from "../store/disk-upload-store";
import { probeMedia } from "./probe-media";

// Enough for every signature, and little enough for whatever a hostile file makes of it.
const headBytes = 64 * 1024;
const pieceBytes = 256 * 1024;
const mostPixels = 100_000_000;
const unknown = "application/octet-stream";

// Pictures that `image()` takes. Others, such as SVG, are never handed to a decoder.
const pictures = new Set(["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"]);

/**
 * What a file is by its content; neither its name nor its sender is asked. Nothing is decoded: sizes and
 * lengths are read from headers, those of sound and video in a thread of its own. What cannot be read has
 * the type of its first bytes and nothing more.
 *
 * @example await probeFile("/tmp/a") // { mimeType: "image/png", width: 600, height: 400 }
 */
export async function probeFile(path: string): Promise<Probed> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.length === 0) return { mimeType: unknown };
    const type = await typeOf(head);
    if (type === undefined) return { mimeType: (await isText(file)) ? "text/plain" : unknown };
    if (pictures.has(type)) return { mimeType: type, ...(await pictureSize(path)) };
    if (/^(audio|video)\/|^application\/ogg$/.test(type)) {
      return (await probeMedia(path)) ?? { mimeType: type };
    }
    return { mimeType: type };
  } finally {
    await file.close();
  }
}

async function typeOf(head: Uint8Array): Promise<string | undefined> {
  // A truncated file may end within what its first bytes promise.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found?.mime.replace(/;.*/, "").toLowerCase();
}

async function pictureSize(path: string): Promise<{ width?: number; height?: number }> {
  try {
    const { default: sharp } = await import("sharp");
    const { autoOrient } = await sharp(path, { limitInputPixels: mostPixels }).metadata();
    const { width, height } = autoOrient;
    return width * height > mostPixels ? {} : { width, height };
  } catch {
    return {};
  }
}

/** Whether all of it is UTF-8 without control characters but those that texts have. */
async function isText(file: FileHandle): Promise<boolean> {
  const piece = Buffer.alloc(pieceBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(piece, 0, pieceBytes, at);
    try {
      const text = decoder.decode(piece.subarray(0, bytesRead), { stream: bytesRead > 0 });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
      if (/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return false;
    } catch {
      return false;
    }
    if (bytesRead === 0) return true;
    at += bytesRead;
  }
}
