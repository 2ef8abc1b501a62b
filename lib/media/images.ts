import pLimit from "p-limit";
import { LimitError } from "../store/limit-error";
import type { ByteStore } from "../store/log-store";
import { type EncodedImage, encodeImage, type ImageRequest } from "./encode-image";

export interface ImagesOptions {
  bytes: ByteStore;
  /** How many bytes of encoded images to keep. */
  cacheBytes: number;
  /** How many encodings may wait for their turn. */
  mostWaiting: number;
}

// sharp works in the threads that Node reads files with, of which there are four: some stay free.
const atOnce = 2;

/** Images of runs, encoded when somebody asks, once per distinct request. */
export interface Images {
  /**
   * `undefined` where the run or the image is not kept (any more).
   *
   * @throws LimitError `TOO_MANY_PICTURES` where too many encodings are waiting already
   */
  get(run: string, id: string, request: ImageRequest): Promise<EncodedImage | undefined>;
}

export function createImages({ bytes, cacheBytes, mostWaiting }: ImagesOptions): Images {
  /** The least recently asked for first. */
  const encoded = new Map<string, Promise<EncodedImage>>();
  const sizes = new Map<string, number>();
  const limit = pLimit(atOnce);
  let held = 0;

  function forget(key: string): void {
    encoded.delete(key);
    held -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }

  async function encodeOnce(key: string, stored: EncodedImage, request: ImageRequest) {
    try {
      const image = await limit(() => encodeImage(stored, request));
      // What was handed on untouched is held by the byte store anyway.
      const size = image === stored ? 0 : image.data.byteLength;
      sizes.set(key, size);
      held += size;
      for (const oldest of encoded.keys()) {
        if (held <= cacheBytes || oldest === key) break;
        if (sizes.has(oldest)) forget(oldest);
      }
      if (size === 0 || size > cacheBytes) forget(key);
      return image;
    } catch (error) {
      forget(key);
      throw error;
    }
  }

  return {
    async get(run, id, request) {
      const stored = await bytes.get(run, id);
      if (!stored) return undefined;
      const { format, width, quality } = request;
      const key = [run, id, format, width, quality].join(" ");
      const known = encoded.get(key);
      if (known) {
        encoded.delete(key);
        encoded.set(key, known);
        return known;
      }
      if (limit.pendingCount >= mostWaiting) {
        const what = `${limit.pendingCount} pictures are waiting to be encoded already`;
        throw new LimitError("TOO_MANY_PICTURES", what, "YIELDCAST_MAX_ENCODINGS");
      }
      const made = encodeOnce(key, stored, request);
      encoded.set(key, made);
      return made;
    },
  };
}
