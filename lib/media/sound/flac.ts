import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";
import { type FlacInfo, readStreamInfo, streamInfoBytes } from "./flac-format";
import { flacChecksum, longestFlacHeader, readFlacHeader } from "./flac-frame";
import { tagAt } from "./frame-splitter";
import { readSignature, signatureBytes } from "./signature";
import type { CodedSound, SoundPacket, SoundReader } from "./sound";

// 65,535 samples of eight channels, 32 bits each, and what stands around them.
const longestFrame = 65_535 * 8 * 4 + 1024;

/**
 * Reads FLAC. A frame does not say how long it is: it ends where its checksum is right and another one
 * begins, or where the file ends, as far as it says how many samples it has.
 */
export function createFlacReader(): SoundReader {
  const queue = createByteQueue();
  let isMarked = false;
  let info: FlacInfo | undefined;
  let isInFrames = false;
  let begun = false;
  let slices = 0;
  let read = 0;
  /** Of the frame at the front: how far it was looked through, and the checksum there. */
  let scanned = 0;
  let crc = 0;
  let done = false;

  /** Reads what stands before the frames; `false` where more has to come. */
  function readHead(): boolean {
    for (;;) {
      const bytes = queue.peek();
      const tag = isMarked ? 0 : tagAt(bytes, 0);
      if (tag === undefined || bytes.length < 4) return false;
      if (tag > 0) {
        queue.skip(tag);
        continue;
      }
      if (!isMarked) {
        isMarked = true;
        queue.skip(4);
        continue;
      }
      const [first = 0, a = 0, b = 0, c = 0] = bytes;
      const size = (a << 16) | (b << 8) | c;
      const isInfo = (first & 0x7f) === 0;
      if (isInfo) {
        if (size !== streamInfoBytes) throw damaged(`a STREAMINFO block of ${size} bytes`);
        if (bytes.length < 4 + size) return false;
        info = readStreamInfo(bytes.slice(4, 4 + size));
      }
      queue.skip(4 + size);
      if ((first & 0x80) !== 0) return true;
    }
  }

  /** The length of the frame at the front; `undefined` where its end has not come yet. */
  function frameEnd(
    bytes: Uint8Array,
    { shortest, samples }: FlacInfo,
    its: number,
    isLast: boolean,
  ) {
    const isFileEnd = isLast || slices === 1 || (samples > 0 && read + its >= samples);
    for (;;) {
      // It may have stood here before, at the end of what had come then.
      if (crc === 0 && scanned >= shortest) {
        const rest = bytes.length - scanned;
        if (rest === 0) return isFileEnd ? scanned : undefined;
        if (readFlacHeader(bytes, scanned) || (tagAt(bytes, scanned) ?? 0) > 0) return scanned;
        if (isFileEnd && readSignature(bytes.subarray(scanned))?.isBeginning) return scanned;
        const isCut = rest < longestFlacHeader && bytes[scanned] === 0xff;
        if (isCut || (isFileEnd && rest < signatureBytes)) return isLast ? scanned : undefined;
      }
      if (scanned === bytes.length) break;
      crc = flacChecksum(crc, bytes[scanned++] ?? 0);
    }
    if (scanned > longestFrame) throw damaged("a frame without an end");
    return undefined;
  }

  function readFrames(isLast: boolean): CodedSound[] {
    if (!info || !isInFrames) return [];
    const packets: SoundPacket[] = [];
    const bytes = queue.peek();
    let at = 0;
    while (at < bytes.length && !done) {
      const tag = tagAt(bytes, at);
      if (tag === undefined) break;
      if (tag > 0) {
        at += tag;
        continue;
      }
      const header = readFlacHeader(bytes, at);
      if (!header) {
        if (isLast || bytes.length - at < longestFlacHeader) break;
        throw damaged("something else where a frame should begin");
      }
      const end = frameEnd(bytes.subarray(at), info, header.samples, isLast);
      if (end === undefined) break;
      packets.push({ data: bytes.subarray(at, at + end), samples: header.samples });
      at += end;
      read += header.samples;
      scanned = 0;
      crc = 0;
      done = info.samples > 0 && read >= info.samples;
    }
    queue.skip(at);
    if (packets.length === 0) return [];
    const begins = begun ? undefined : { lead: 0, heard: undefined };
    begun = true;
    return [{ kind: "coded", format: info.format, packets, ...(begins && { begins }) }];
  }

  return {
    get done() {
      return done;
    },
    get unread() {
      return queue.peek();
    },
    push(slice) {
      queue.add(slice);
      slices++;
      isInFrames ||= readHead();
      if (isInFrames && !info) throw damaged("no STREAMINFO block");
      return readFrames(false);
    },
    end: () => readFrames(true),
    close() {},
  };
}

function damaged(what: string): YieldError {
  return new YieldError("FLAC that can be read", `some that is damaged: ${what}`);
}
