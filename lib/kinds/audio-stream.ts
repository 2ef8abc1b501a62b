import { type Declaration, declare, type Input, type InputKind, type InputOptions } from "./kind";
import { preview } from "./preview";

export interface AudioStreamOptions extends InputOptions {
  /** In Hz, 8,000 to 96,000; whatever the microphone has, it arrives as this. Default: 16,000. */
  sampleRate?: number;
  /** 1 or 2. Default: 1. */
  channels?: 1 | 2;
}

/** A piece of sound, as it came. An `audio()` output takes it as it is. */
export interface AudioPiece {
  /** Samples of 16 bits, the channels interleaved: `pcm[i] / 32768` is a float from -1 to 1. */
  readonly pcm: Int16Array;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Seconds of sound that came before it. */
  readonly start: number;
}

/**
 * What `run` is given for an `audioStream()`. Nothing is left out: what the generator is too slow for
 * waits. One `for await` at a time; a later one goes on where the one before was left.
 */
export interface AudioInputStream extends AsyncIterable<AudioPiece> {}

export type AudioStream = Input<AudioInputStream> &
  Declaration<"audioStream", AudioStreamOptions & { sampleRate: number; channels: 1 | 2 }>;

/**
 * The microphone, while the run goes on. It ends when whoever speaks ends it.
 *
 * @example
 * inputs: { mic: audioStream() },
 * output: audio({ streaming: true }),
 * async *run({ mic }) {
 *   for await (const piece of mic) yield piece;
 * },
 */
export function audioStream(options: AudioStreamOptions = {}): AudioStream {
  const { sampleRate = 16_000, channels = 1 } = options;
  return declare("audioStream", { ...options, sampleRate, channels });
}

export const audioStreamInput: InputKind<AudioStream["options"], undefined> = {
  faults({ sampleRate, channels }) {
    const faults: string[] = [];
    if (!(Number.isInteger(sampleRate) && sampleRate >= 8000 && sampleRate <= 96_000)) {
      faults.push(
        `sampleRate must be a whole number from 8,000 to 96,000; got ${preview(sampleRate)}`,
      );
    }
    if (channels !== 1 && channels !== 2) {
      faults.push(`channels must be 1 or 2; got ${preview(channels)}`);
    }
    return faults;
  },
  default: () => undefined,
  allowed: () => "left out when a run is started, as it is fed while the run goes on",
  accepts: (value): value is undefined => value == null,
};
