import type { EncodedImage, Pixels, SharpLike } from "../../media/read-image";
import type { UploadedFile } from "../../store/upload-store";
import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";

/** Options of a picture that is given. */
export interface ImageInputOptions extends InputOptions {
  /** Where it may come from. Default: all three. */
  sources?: readonly ("webcam" | "upload" | "clipboard")[];
  /** In bytes. Default: `YIELDCAST_MAX_UPLOAD_BYTES`. */
  maxSize?: number;
}

export interface ImageOptions extends OutputOptions {
  /**
   * `true`: each pixel is a sharp square, all of one size, which leaves some room around the picture.
   * `false`: pixels are blended. Default: sharp in pictures of up to 256 pixels from side to side.
   */
  pixelated?: boolean;
}

/** A picture that was given: JPEG, PNG, WebP, AVIF or GIF. */
export type ImageFile = UploadedFile & { readonly width: number; readonly height: number };

/** What an `image()` output takes; a string is a path inside the project. */
export type ImageValue =
  | Pixels
  | EncodedImage
  | Uint8Array
  | ArrayBuffer
  | Blob
  | SharpLike
  | string
  | { readonly path: string };

export type ImageInput = Input<ImageFile> & Declaration<"image", ImageInputOptions>;
export type ImageOutput = Output<ImageValue> & Declaration<"image", ImageOptions>;

/**
 * A picture. Among the outputs: raw pixels, encoded bytes, a path inside the project, a file that was
 * given, a Blob or a sharp instance. Pixels are encoded when somebody asks for the picture, so frames
 * that nobody looks at cost a copy. Among the inputs: taken by the webcam, dropped or pasted.
 *
 * @example
 * outputs: { picture: image() },
 * // yield { picture: { data, width: 600, height: 600, channels: 3 } };
 */
export function image(options?: { label?: string }): ImageInput & ImageOutput;
export function image(options: ImageInputOptions): ImageInput;
export function image(options: ImageOptions): ImageOutput;
export function image(options: ImageInputOptions | ImageOptions = {}): ImageInput & ImageOutput {
  return declare("image", options);
}
