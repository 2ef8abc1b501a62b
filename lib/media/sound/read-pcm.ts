import { YieldError } from "../../kinds/yield-error";
import { mostFileBytes } from "../read-bytes";
import { checkPcm } from "./pcm-format";
import type { PcmSound } from "./sound";

/** Samples as a generator yields them, before anything of them is checked. */
export interface PcmLike {
  readonly pcm: unknown;
  readonly sampleRate?: unknown;
  readonly channels?: unknown;
}

/** Whether a value, which may be anything, is meant to be samples. */
export function isPcmLike(value: unknown): value is PcmLike {
  return typeof value === "object" && value !== null && "pcm" in value;
}

/**
 * The samples that a generator yielded, copied, since generators like to fill the same array again.
 *
 * @throws YieldError where they are not what they should be
 * @example readPcm({ pcm: new Float32Array(4800), sampleRate: 48000, channels: 2 })
 */
export function readPcm({ pcm, sampleRate, channels = 1 }: PcmLike): PcmSound {
  const isFloat = pcm instanceof Float32Array;
  if (!isFloat && !(pcm instanceof Int16Array)) {
    throw new YieldError("pcm that is a Float32Array or an Int16Array", { value: pcm });
  }
  const format = {
    encoding: isFloat ? "float" : "int",
    bits: isFloat ? 32 : 16,
    rate: asNumber(sampleRate, "a sampleRate in Hz"),
    channels: asNumber(channels, "channels as a number"),
  } as const;
  checkPcm(format);
  if (pcm.length % format.channels !== 0) {
    throw new YieldError(
      `samples of all ${format.channels} channels behind one another`,
      `${pcm.length.toLocaleString("en")} samples`,
    );
  }
  if (pcm.byteLength > mostFileBytes) {
    const came = `${pcm.byteLength.toLocaleString("en")} bytes; yield them in pieces`;
    throw new YieldError(`at most ${mostFileBytes / 2 ** 20} MiB of samples at once`, came);
  }
  const data = new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength).slice();
  return { kind: "pcm", format, data };
}

function asNumber(value: unknown, expected: string): number {
  if (typeof value === "number") return value;
  throw new YieldError(expected, { value });
}
