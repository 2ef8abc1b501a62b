import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";

/** What the first bytes of a frame say. */
export interface FrameHeader {
  /** Of the whole frame, in bytes. */
  readonly length: number;
  /** Frames of the same stream have the same one. */
  readonly stream: number;
}

export interface Frame<Header extends FrameHeader> {
  readonly header: Header;
  readonly data: Uint8Array;
}

export interface FrameFormat<Header extends FrameHeader> {
  /** Such as "MP3", for messages. */
  readonly name: string;
  /** How many bytes `read` needs. */
  readonly headerBytes: number;
  /** `undefined` where no frame begins at a place. */
  read(bytes: Uint8Array, at: number): Header | undefined;
}

export interface FrameSplitter<Header extends FrameHeader> {
  /** @throws YieldError where nothing of the format is found for too long */
  push(slice: Uint8Array): Frame<Header>[];
}

// A damaged stream goes on at its next frame; what is no such stream at all must not be searched for ever.
const mostLost = 64 * 1024;

/**
 * Splits a stream of frames that begin with `FF`, as those of MP3 and ADTS do. Tags between them are
 * left out, and what is damaged is passed over.
 */
export function createFrameSplitter<Header extends FrameHeader>(
  format: FrameFormat<Header>,
): FrameSplitter<Header> {
  const queue = createByteQueue();
  let stream: number | undefined;
  /** Whether the place is a guess, which a second frame has to prove. */
  let lost = false;
  let passed = 0;

  /** The header of the frame at a place; `undefined`: none; `null`: more bytes have to come to tell. */
  function look(bytes: Uint8Array, at: number): Header | undefined | null {
    if (bytes[at] !== 0xff) return undefined;
    if (at + format.headerBytes > bytes.length) return null;
    const header = format.read(bytes, at);
    if (!header) return undefined;
    if (!lost && header.stream === stream) return header;
    const next = at + header.length;
    if (next + format.headerBytes > bytes.length)
      return lost || stream !== undefined ? null : header;
    const second = format.read(bytes, next);
    if (second ? second.stream === header.stream : tagAt(bytes, next) !== 0) return header;
    return undefined;
  }

  return {
    push(slice) {
      queue.add(slice);
      const bytes = queue.peek();
      const frames: Frame<Header>[] = [];
      let at = 0;
      while (at < bytes.length) {
        const tag = tagAt(bytes, at);
        if (tag === undefined) break;
        if (tag > 0) {
          at += tag;
          continue;
        }
        const header = look(bytes, at);
        if (header === null) break;
        if (header === undefined) {
          const next = bytes.indexOf(0xff, at + 1);
          const skipped = (next === -1 ? bytes.length : next) - at;
          passed += skipped;
          if (passed > mostLost) {
            throw new YieldError(
              `${format.name} frames behind one another`,
              `${passed.toLocaleString("en")} bytes in which there is none`,
            );
          }
          lost = true;
          at += skipped;
          continue;
        }
        if (at + header.length > bytes.length) break;
        frames.push({ header, data: bytes.subarray(at, at + header.length) });
        stream = header.stream;
        lost = false;
        passed = 0;
        at += header.length;
      }
      queue.skip(at);
      return frames;
    },
  };
}

/**
 * How many bytes a tag takes that begins at a place: ID3v2, APE or ID3v1. 0 where there is none,
 * `undefined` where more bytes have to come to tell.
 */
export function tagAt(bytes: Uint8Array, at: number): number | undefined {
  for (const { mark, header, size } of tags) {
    let same = 0;
    while (same < mark.length && bytes[at + same] === mark.charCodeAt(same)) same++;
    if (same < mark.length) {
      if (same > 0 && at + same === bytes.length) return undefined;
      continue;
    }
    return at + header > bytes.length ? undefined : size(bytes, at);
  }
  return 0;
}

const tags = [
  {
    mark: "ID3",
    header: 10,
    size(bytes: Uint8Array, at: number) {
      let size = 0;
      for (let i = 6; i < 10; i++) size = size * 128 + ((bytes[at + i] ?? 0) & 0x7f);
      const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
      return 10 + size + footer;
    },
  },
  {
    mark: "APETAGEX",
    header: 32,
    size(bytes: Uint8Array, at: number) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + at, 32);
      // One that stands at the end has its items before it; only one at the front counts them.
      const isFront = (view.getUint32(20, true) & 0x2000_0000) !== 0;
      return 32 + (isFront ? view.getUint32(12, true) : 0);
    },
  },
  { mark: "TAG", header: 3, size: () => 128 },
];
