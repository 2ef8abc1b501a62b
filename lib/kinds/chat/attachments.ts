import { sizeWords } from "../file-words";
import { imageInput } from "../image/input";
import type { InputKind, InputOptions } from "../kind";
import { isUploadId } from "../upload-input";

/** Options of the pictures that come with a message. */
export interface AttachmentOptions extends InputOptions {
  /** With one message. Default: 4. */
  max?: number;
  /** Of each, in bytes. Default: `YIELDCAST_MAX_UPLOAD_BYTES`. */
  maxSize?: number;
}

/** As in lib/kinds/chat/history.ts: a message of before may have no more than one of now. */
export const mostAttachments = 4;

/** Pictures that come with a chat's message, each by the id of its upload. */
export const attachmentsInput: InputKind<AttachmentOptions, readonly string[]> = {
  faults({ max, maxSize }) {
    const faults: string[] = [];
    if (max !== undefined && !(Number.isInteger(max) && max >= 1 && max <= 20)) {
      faults.push(`max must be a whole number from 1 to 20; got ${max}`);
    }
    if (maxSize !== undefined && !(Number.isSafeInteger(maxSize) && maxSize > 0)) {
      faults.push(`maxSize must be a whole number of bytes above 0; got ${maxSize}`);
    }
    return faults;
  },
  default: () => [],
  allowed({ max = mostAttachments, maxSize }) {
    const each = maxSize === undefined ? "" : ` of at most ${sizeWords(maxSize)}`;
    return `a list of the ids of at most ${max} uploaded pictures${each}`;
  },
  accepts(value, { max = mostAttachments }): value is readonly string[] {
    return Array.isArray(value) && value.length <= max && value.every(isUploadId);
  },
  fileFault: (file, { maxSize }) => imageInput.fileFault?.(file, maxSize ? { maxSize } : {}),
  uploads: (value) => value.map((id, at) => ({ path: [at], id })),
};
