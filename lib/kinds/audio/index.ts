import type { UploadedFile } from "../../store/upload-store";
import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";

/** Options of a sound that is given. */
export interface AudioInputOptions extends InputOptions {
  /** Where it may come from. Default: both. */
  sources?: readonly ("microphone" | "upload")[];
  /**
   * `"wav"`: whatever is recorded or chosen in the page arrives as 16-bit WAV. Default: recordings
   * arrive as WAV, files as they are.
   */
  format?: "wav";
  /** How long it may be, in seconds. Default: no limit but `maxSize`. */
  maxSeconds?: number;
  /** In bytes. Default: `YIELDCAST_MAX_UPLOAD_BYTES`. */
  maxSize?: number;
}

/** Options of a sound that is yielded. */
export interface AudioOutputOptions extends OutputOptions {
  /** `true`: each yield is put behind the sound so far. Default: each yield replaces it. */
  streaming?: boolean;
  /** Whether it is played as soon as it comes. Default: `false`. */
  autoplay?: boolean;
}

/** A sound that was given. */
export type AudioFile = UploadedFile & {
  /** In seconds. */
  readonly duration: number;
  readonly sampleRate: number;
  readonly channels: number;
};

/** Samples, the channels interleaved; floats from -1 to 1. */
export interface PcmAudio {
  readonly pcm: Float32Array | Int16Array;
  /** In Hz. */
  readonly sampleRate: number;
  /** Default: 1. */
  readonly channels?: number;
}

/**
 * What an `audio()` output takes: WAV, MP3, AAC, M4A, Ogg, WebM or FLAC bytes, a path inside the
 * project, a file that was given, a Blob, or samples.
 */
export type AudioValue =
  | PcmAudio
  | Uint8Array
  | ArrayBuffer
  | Blob
  | string
  | { readonly path: string };

export type AudioInput = Input<AudioFile> & Declaration<"audio", AudioInputOptions>;
export type AudioOutput = Output<AudioValue> & Declaration<"audio", AudioOutputOptions>;

/**
 * A sound: among the inputs recorded or chosen, among the outputs played. With `streaming` each yield
 * is put behind the one before, and played without a gap while the generator goes on.
 *
 * @example
 * inputs: { clip: audio({ sources: ["microphone"] }) },
 * outputs: { music: audio({ streaming: true, autoplay: true }) },
 * // yield { music: { pcm, sampleRate: 48000, channels: 2 } };
 */
export function audio(options?: { label?: string }): AudioInput & AudioOutput;
export function audio(options: AudioInputOptions): AudioInput;
export function audio(options: AudioOutputOptions): AudioOutput;
export function audio(
  options: AudioInputOptions | AudioOutputOptions = {},
): AudioInput & AudioOutput {
  return declare("audio", options);
}
