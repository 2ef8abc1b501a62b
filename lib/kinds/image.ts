import { type Pixels, readImage, type SharpLike } from "../media/read-image";
import {
  type Declaration,
  declare,
  type Output,
  type OutputKind,
  type OutputOptions,
} from "./kind";

export interface ImageOptions extends OutputOptions {}

/** What an `image()` output takes; a string is a path inside the project. */
export type ImageValue = Pixels | Uint8Array | ArrayBuffer | Blob | SharpLike | string;

/** What the log keeps of an image: the name of its bytes in the byte store, and its size. */
export interface LoggedImage {
  readonly kind: "image";
  readonly id: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** The type of the bytes: `image/png`, or `image/x-raw; width=…` for pixels not yet encoded. */
  readonly type: string;
}

export type ImageOutput = Output<ImageValue> & Declaration<"image", ImageOptions>;

/**
 * A picture: raw pixels, encoded bytes, a path inside the project, a Blob or a sharp instance. Pixels
 * are encoded when somebody asks for the picture, so frames that nobody looks at cost a copy.
 *
 * @example
 * outputs: { picture: image() },
 * // yield { picture: { data, width: 600, height: 600, channels: 3 } };
 */
export function image(options: ImageOptions = {}): ImageOutput {
  return declare("image", options);
}

export const imageOutput: OutputKind<ImageOptions, LoggedImage> = {
  faults: () => [],
  writer(_options, { keepBytes }) {
    return async (value) => {
      const { data, type, width, height } = await readImage(value);
      const id = await keepBytes(data, type);
      return { kind: "image", id, bytes: data.byteLength, width, height, type };
    };
  },
  merge: (_older, newer) => newer,
  size: () => 128,
  bytes: (logged) => ({ id: logged.id, size: logged.bytes }),
};
