import { mp3Frames } from "./sound/mp3-header";
import { decoderDelay } from "./sound/mp3-info";

/** What a player has to know of an MP3 file, whose frames say nothing of the whole. */
export interface LameTagOptions {
  /** Its frames of sound, behind one another. */
  readonly frames: readonly Uint8Array[];
  /** How many samples at its front and at its end are not to be heard; `undefined` where nobody knows. */
  readonly silent: { readonly lead: number; readonly tail: number } | undefined;
}

const tableBytes = 100;
const coderBytes = 36;

/**
 * The frame without sound that stands first in an MP3 file: how long it is, where each hundredth of it
 * lies, and what of it is a coder's delay and padding.
 * http://gabriel.mp3-tech.org/mp3infotag.html
 *
 * @returns `undefined` where the frames are no MP3
 */
export function lameTag({ frames, silent }: LameTagOptions): Uint8Array | undefined {
  const [first] = frames;
  const header = first && mp3Frames.read(first, 0);
  if (!first || !header) return undefined;
  const isMono = header.channels === 1;
  const side = header.isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const tag = emptyFrame(first, 4 + side + 16 + tableBytes + coderBytes);
  if (!tag) return undefined;
  const view = new DataView(tag.buffer);
  const size = frames.reduce((sum, frame) => sum + frame.byteLength, tag.byteLength);

  let at = write(tag, 4 + side, "Xing");
  view.setUint32(at, 0b111);
  view.setUint32(at + 4, frames.length);
  view.setUint32(at + 8, size);
  at += 12;
  let place = tag.byteLength;
  for (const [number, frame] of frames.entries()) {
    const from = Math.ceil((number * tableBytes) / frames.length);
    const until = Math.ceil(((number + 1) * tableBytes) / frames.length);
    tag.fill(Math.min(255, Math.floor((place * 256) / size)), at + from, at + until);
    place += frame.byteLength;
  }
  at += tableBytes;
  if (silent) {
    write(tag, at, "LAME3.100");
    const delay = within12Bits(silent.lead - decoderDelay);
    view.setUint32(at + 20, delay * 2 ** 12 + within12Bits(silent.tail + decoderDelay));
  }
  return tag;
}

/** A frame like another one, at the lowest rate at which it has room for so many bytes. */
function emptyFrame(like: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> | undefined {
  for (let rate = 1; rate < 15; rate++) {
    // Without a checksum, and without a byte of padding.
    const [a = 0, b = 0, c = 0, d = 0] = like;
    const head = Uint8Array.of(a, b | 1, (rate << 4) | (c & 0b1100), d);
    const length = mp3Frames.read(head, 0)?.length ?? 0;
    if (length < bytes) continue;
    const frame = new Uint8Array(length);
    frame.set(head);
    return frame;
  }
  return undefined;
}

function within12Bits(samples: number): number {
  return Math.min(4095, Math.max(0, Math.round(samples)));
}

function write(into: Uint8Array, at: number, text: string): number {
  into.set(new TextEncoder().encode(text), at);
  return at + text.length;
}
