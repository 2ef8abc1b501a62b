import { checkPcm } from "./pcm-format";
import type { CodedFormat } from "./sound";

export interface FlacInfo {
  readonly format: CodedFormat;
  /** Of each channel; 0 where it is not known. */
  readonly samples: number;
  /** The shortest frame, in bytes. */
  readonly shortest: number;
}

export const streamInfoBytes = 34;

/**
 * Reads a STREAMINFO block. What it says of one file alone, the sizes of its frames, its length and its
 * checksum, is left out of the format, as "not known": files that are decoded alike have equal formats.
 *
 * @throws YieldError where the rate is none that is played
 */
export function readStreamInfo(block: Uint8Array): FlacInfo {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const packed = view.getUint32(10);
  const rate = packed >>> 12;
  const channels = ((packed >>> 9) & 7) + 1;
  checkPcm({ rate, channels });
  // The config is the file's own beginning, with this block marked as the last one.
  const description = new Uint8Array(8 + streamInfoBytes);
  description.set([0x66, 0x4c, 0x61, 0x43, 0x80, 0, 0, streamInfoBytes]);
  description.set(block.subarray(0, streamInfoBytes), 8);
  description.fill(0, 8 + 4, 8 + 10);
  // Four bits of the length share a byte with how many bits a sample has.
  description.fill((block[13] ?? 0) & 0xf0, 8 + 13, 8 + 14);
  description.fill(0, 8 + 14);
  const config = { codec: "flac", sampleRate: rate, numberOfChannels: channels, description };
  const samples = (view.getUint8(13) & 15) * 2 ** 32 + view.getUint32(14);
  const shortest = Math.max(11, view.getUint32(3) & 0xff_ffff);
  return { format: { codec: "flac", config, rate }, samples, shortest };
}
