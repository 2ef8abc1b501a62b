import type { UploadedFile } from "../../store/upload-store";
import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";

/** Options of a video that is given. */
export interface VideoInputOptions extends InputOptions {
  /** Where it may come from. Default: both. */
  sources?: readonly ("webcam" | "upload")[];
  /**
   * Whatever is recorded or chosen in the page arrives as this. Default: recordings arrive as MP4
   * where the browser can make it, else WebM; files as they are.
   */
  format?: "mp4" | "webm";
  /** How long it may be, in seconds. Default: no limit but `maxSize`. */
  maxSeconds?: number;
  /** In bytes. Default: `YIELDCAST_MAX_UPLOAD_BYTES`. */
  maxSize?: number;
}

/** Options of a video that is yielded. */
export interface VideoOutputOptions extends OutputOptions {
  /** `true`: each yield is put behind the video so far. Default: each yield replaces it. */
  streaming?: boolean;
  /** Whether it is played as soon as it comes. Default: `false`. */
  autoplay?: boolean;
}

/** A video that was given. */
export type VideoFile = UploadedFile & {
  /** In seconds. */
  readonly duration: number;
  readonly width: number;
  readonly height: number;
};

/**
 * What a `video()` output takes: MP4 or MPEG-TS with H.264, or WebM, as bytes, a path inside the
 * project, a file that was given or a Blob.
 */
export type VideoValue = Uint8Array | ArrayBuffer | Blob | string | { readonly path: string };

export type VideoInput = Input<VideoFile> & Declaration<"video", VideoInputOptions>;
export type VideoOutput = Output<VideoValue> & Declaration<"video", VideoOutputOptions>;

/**
 * A video: among the inputs recorded or chosen, among the outputs played. With `streaming` each yield
 * is put behind the one before, in one continuous timeline.
 *
 * @example
 * outputs: { film: video({ streaming: true, autoplay: true }) },
 * // yield { film: "videos/part-1.ts" };
 */
export function video(options?: { label?: string }): VideoInput & VideoOutput;
export function video(options: VideoInputOptions): VideoInput;
export function video(options: VideoOutputOptions): VideoOutput;
export function video(
  options: VideoInputOptions | VideoOutputOptions = {},
): VideoInput & VideoOutput {
  return declare("video", options);
}
