import type { Mp3Header } from "./mp3-header";

/** What the first frame of an MP3 file says of the whole, which holds no sound itself. */
export interface Mp3Info {
  /** How many frames follow; `undefined` where it does not say. */
  readonly frames: number | undefined;
  /** In samples; `undefined` where it does not say. */
  readonly delay: number | undefined;
  readonly padding: number;
}

// What every decoder is late by: https://lame.sourceforge.io/tech-FAQ.txt
export const decoderDelay = 529;

/**
 * Reads the frame that LAME, Xing's encoder and ffmpeg put before the sound. `undefined` for any other.
 *
 * See http://gabriel.mp3-tech.org/mp3infotag.html
 */
export function readMp3Info(data: Uint8Array, header: Mp3Header): Mp3Info | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (isMark(data, 36, "VBRI")) return { frames: undefined, delay: undefined, padding: 0 };
  const isMono = header.channels === 1;
  const side = header.isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const start = 4 + side;
  if (!isMark(data, start, "Xing") && !isMark(data, start, "Info")) return undefined;
  if (start + 8 > data.length) return undefined;
  const flags = view.getUint32(start + 4);
  let at = start + 8;
  let frames: number | undefined;
  if ((flags & 1) !== 0 && at + 4 <= data.length) frames = view.getUint32(at) || undefined;
  for (const [flag, size] of sizes) if ((flags & flag) !== 0) at += size;
  const hasCoder = at + 24 <= data.length && coders.some((name) => isMark(data, at, name));
  if (!hasCoder) return { frames, delay: undefined, padding: 0 };
  const both = view.getUint32(at + 20) & 0xff_ffff;
  return { frames, delay: both >> 12, padding: both & 0xfff };
}

const sizes = [
  [1, 4],
  [2, 4],
  [4, 100],
  [8, 4],
] as const;

const coders = ["LAME", "Lavf", "Lavc", "L3.9", "GOGO"];

function isMark(data: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (data[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
