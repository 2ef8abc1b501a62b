import { readImage } from "../../media/read-image";
import type { OutputKind } from "../kind";
import { preview } from "../preview";
import type { ImageOptions } from "./index";

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

export const imageOutput: OutputKind<ImageOptions, LoggedImage> = {
  faults({ pixelated }) {
    if (pixelated === undefined || typeof pixelated === "boolean") return [];
    return [`pixelated must be true or false; got ${preview(pixelated)}`];
  },
  writer(_options, { keepBytes, readableFolders }) {
    return {
      async write(value) {
        const { data, type, width, height } = await readImage(value, { folders: readableFolders });
        const id = await keepBytes(data, type);
        return { kind: "image", id, bytes: data.byteLength, width, height, type };
      },
    };
  },
  merge: (_older, newer) => newer,
  size: () => 128,
  bytes: (logged) => ({ ids: [logged.id], size: logged.bytes }),
};
