import type { InputKind } from "../kind";
import {
  brokenFault,
  isUploadId,
  limitFault,
  limitWords,
  typeFault,
  uploadFaults,
} from "../upload-input";
import type { ImageInputOptions } from ".";

const known = { sources: ["webcam", "upload", "clipboard"] };
const taken = new Set(["image/png", "image/jpeg", "image/webp", "image/avif", "image/gif"]);

export const imageInput: InputKind<ImageInputOptions, string> = {
  faults: (options) => uploadFaults(options, known),
  default: () => undefined,
  allowed: (options) => `the id of an uploaded picture${limitWords(options)}`,
  accepts: isUploadId,
  fileFault(file, options) {
    if (!taken.has(file.mimeType)) {
      return typeFault(file, "a picture (JPEG, PNG, WebP, AVIF or GIF)");
    }
    if (file.width === undefined || file.height === undefined) {
      return `${brokenFault(file)}, or has more than 100 million pixels`;
    }
    return limitFault(file, options);
  },
};
