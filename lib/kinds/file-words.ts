import type { UploadedFile } from "../store/upload-store";
import { preview } from "./preview";

const families: { readonly [family: string]: string } = {
  audio: "sound",
  font: "font",
  image: "picture",
  text: "text",
  video: "video",
};

const plain: { readonly [type: string]: string } = {
  "application/octet-stream": "a file of an unknown type",
  "application/pdf": "a PDF file",
  "application/zip": "a ZIP file",
  "audio/mpeg": "an MP3 sound",
  "text/plain": "a text",
  "video/mp2t": "an MPEG-TS video",
};

/**
 * A file in words: what its content is, and what it is called.
 *
 * @example fileWords(file) // 'a PNG picture named "voice.wav"'
 */
export function fileWords({ mimeType, name, size }: UploadedFile): string {
  return `${size === 0 ? "an empty file" : typeWords(mimeType)} named ${preview(name)}`;
}

function typeWords(type: string): string {
  const known = plain[type];
  if (known) return known;
  const [family = "", subtype = ""] = type.split("/");
  const noun = families[family];
  if (!noun) return `a file of the type ${type}`;
  const format = subtype.replace(/^(x-|vnd\.)/, "");
  if (format.length > 5) return `a ${noun} of the type ${type}`;
  // Letters whose names begin with a vowel: "an MP4", "a WAV".
  const article = /^[aefhilmnorsx]/.test(format) && format !== "webm" ? "an" : "a";
  return `${article} ${format === "webm" ? "WebM" : format === "webp" ? "WebP" : format.toUpperCase()} ${noun}`;
}

/**
 * A number of bytes as people say it.
 *
 * @example sizeWords(1_500_000) // "1.5 MB"
 */
export function sizeWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const rounded = unit === 0 ? value : Math.round(value * 10) / 10;
  return `${rounded.toLocaleString("en")} ${bytes === 1 ? "byte" : units[unit]}`;
}
