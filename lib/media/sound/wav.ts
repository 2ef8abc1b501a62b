import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";
import { checkPcm, frameBytes } from "./pcm-format";
import type { PcmFormat, PcmSound, SoundReader } from "./sound";

const riffHeader = 12;
const mostFormatBytes = 1024;

/**
 * Reads WAV, also what is streamed with sizes that were not known yet (0 or 0xFFFFFFFF): all that
 * follows is sound then.
 */
export function createWavReader(): SoundReader {
  const queue = createByteQueue();
  let begun = false;
  let format: PcmFormat | undefined;
  /** How many bytes of sound are yet to come; `undefined` until they begin. */
  let left: number | undefined;
  /** How many bytes of the file are yet to come behind its sound. */
  let behind = 0;

  /** Reads up to where the sound begins; `false` where more has to come. */
  function readHead(): boolean {
    const bytes = queue.peek();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    if (!begun) {
      if (bytes.length < riffHeader) return false;
      behind = view.getUint32(4, true) + 8 - riffHeader;
      begun = true;
      at = riffHeader;
    }
    while (at + 8 <= bytes.length) {
      const name = String.fromCharCode(...bytes.subarray(at, at + 4));
      const size = view.getUint32(at + 4, true);
      if (name === "data") {
        if (!format) throw new YieldError("WAV that says its format before its sound", "none");
        // RF64, and whatever is written to a pipe, has its size elsewhere or does not know it.
        left = size === 0 || size >= 0xffff_ff00 ? Number.POSITIVE_INFINITY : size;
        behind -= size + 8;
        queue.skip(at + 8);
        return true;
      }
      if (name === "fmt ") {
        if (size > mostFormatBytes) throw broken(`a format of ${size} bytes`);
        if (at + 8 + size > bytes.length) break;
        format = readFormat(view, at + 8, size);
      }
      const whole = 8 + size + (size % 2);
      behind -= whole;
      at += whole;
    }
    queue.skip(at);
    return false;
  }

  return {
    get done() {
      return left === 0 && behind <= 0;
    },
    get unread() {
      return queue.peek();
    },
    push(slice) {
      queue.add(slice);
      if (left === undefined && !readHead()) return [];
      if (!format || left === undefined) return [];
      const block = frameBytes(format);
      const bytes = queue.peek();
      const size = Math.min(left, bytes.length);
      const whole = size - (size % block);
      const data = bytes.subarray(0, whole);
      queue.skip(whole);
      left -= whole;
      // Less than one sample of each channel is no sound.
      if (left < block) {
        queue.skip(left);
        left = 0;
        const passed = Math.min(Math.max(behind, 0), queue.length);
        behind -= passed;
        queue.skip(passed);
      }
      const sound: PcmSound = { kind: "pcm", format, data };
      return whole > 0 ? asFloat32(sound) : [];
    },
    end: () => [],
    close() {},
  };
}

function readFormat(view: DataView, at: number, size: number): PcmFormat {
  if (size < 16) throw broken(`a format of ${size} bytes`);
  let tag = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const rate = view.getUint32(at + 4, true);
  const block = view.getUint16(at + 12, true);
  const bits = view.getUint16(at + 14, true);
  // In an extensible one the tag is the first part of a GUID.
  if (tag === 0xfffe && size >= 40) tag = view.getUint16(at + 24, true);
  const sizes = tag === 1 ? [8, 16, 24, 32] : tag === 3 ? [32, 64] : [];
  if (!sizes.includes(bits)) {
    throw new YieldError(
      "WAV with whole numbers of 8, 16, 24 or 32 bits or floats of 32 or 64",
      `the format 0x${tag.toString(16)} of ${bits} bits; store it as one of these, or as MP3, Ogg or FLAC`,
    );
  }
  const format: PcmFormat = { encoding: tag === 3 ? "float" : "int", bits, rate, channels };
  checkPcm(format);
  if (block !== frameBytes(format)) {
    throw broken(`blocks of ${block} bytes for ${channels} channels of ${bits} bits`);
  }
  return format;
}

/** Floats of 64 bits as floats of 32, which is all that players have; anything else untouched. */
function asFloat32(sound: PcmSound): PcmSound[] {
  const { format, data } = sound;
  if (format.bits !== 64) return [sound];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const narrow = new DataView(new ArrayBuffer(data.length / 2));
  for (let at = 0; at < data.length; at += 8) {
    narrow.setFloat32(at / 2, view.getFloat64(at, true), true);
  }
  return [{ kind: "pcm", format: { ...format, bits: 32 }, data: new Uint8Array(narrow.buffer) }];
}

function broken(what: string): YieldError {
  return new YieldError("a WAV file that is whole", what);
}
