import type { ByteStore } from "../store/log-store";
import { type EncodedImage, encodeImage, type ImageRequest } from "./encode-image";
import type { Workshop } from "./workshop";

export interface ImagesOptions {
  bytes: ByteStore;
  workshop: Workshop;
}

/** Images of runs, encoded when somebody asks, once per distinct request. */
export interface Images {
  /**
   * `undefined` where the run or the image is not kept (any more).
   *
   * @throws LimitError `TOO_MANY_PICTURES` where too many encodings are waiting already
   */
  get(run: string, id: string, request: ImageRequest): Promise<EncodedImage | undefined>;
}

export function createImages({ bytes, workshop }: ImagesOptions): Images {
  return {
    async get(run, id, request) {
      const stored = await bytes.get(run, id);
      if (!stored?.type.startsWith("image/")) return undefined;
      const { format, width, quality } = request;
      return workshop.get(["image", run, id, format, width, quality].join(" "), {
        make: () => encodeImage(stored, request),
        // What was handed on untouched is held by the byte store anyway.
        size: (image) => (image === stored ? 0 : image.data.byteLength),
        plural: "pictures",
        run,
      });
    },
  };
}
