import type { UploadedFile } from "../store/upload-store";
import { fileWords, sizeWords } from "./file-words";
import { preview } from "./preview";

/*
 * What inputs have in common whose value is a file. Callers give the id of an upload.
 */

const shape = /^[\w-]{32}$/;

/** Whether a value can be the id of an upload. */
export function isUploadId(value: unknown): value is string {
  return typeof value === "string" && shape.test(value);
}

interface CommonOptions {
  sources?: readonly string[];
  maxSize?: number;
  maxSeconds?: number;
  format?: string;
}

interface Known {
  readonly sources?: readonly string[];
  readonly formats?: readonly string[];
}

/** What is wrong with the options that these inputs have in common. */
export function uploadFaults(options: CommonOptions, { sources = [], formats = [] }: Known) {
  const { sources: given, maxSize, maxSeconds, format } = options;
  const faults: string[] = [];
  if (given !== undefined) {
    const quoted = sources.map((source) => JSON.stringify(source)).join(", ");
    if (!Array.isArray(given) || given.length === 0) {
      faults.push(`sources must name at least one of ${quoted}; leave it out to take all`);
    } else {
      const wrong = given.find((source) => !sources.includes(source));
      if (wrong !== undefined) faults.push(`sources may be ${quoted}; got ${preview(wrong)}`);
      const twice = given.find((source, at) => given.indexOf(source) !== at);
      if (twice !== undefined) faults.push(`sources must differ; ${preview(twice)} stands twice`);
    }
  }
  if (maxSize !== undefined && !(Number.isSafeInteger(maxSize) && maxSize > 0)) {
    faults.push(`maxSize must be a whole number of bytes above 0; got ${preview(maxSize)}`);
  }
  if (maxSeconds !== undefined && !(Number.isFinite(maxSeconds) && maxSeconds > 0)) {
    faults.push(`maxSeconds must be a number of seconds above 0; got ${preview(maxSeconds)}`);
  }
  if (format !== undefined && !formats.includes(format)) {
    const quoted = formats.map((each) => JSON.stringify(each)).join(" or ");
    faults.push(`format must be ${quoted}, or left out; got ${preview(format)}`);
  }
  return faults;
}

/** The limits of an input in words, behind what it takes; `""` where it has none. */
export function limitWords({ maxSize, maxSeconds }: CommonOptions): string {
  const limits = [
    ...(maxSeconds === undefined ? [] : [`${maxSeconds.toLocaleString("en")} s`]),
    ...(maxSize === undefined ? [] : [sizeWords(maxSize)]),
  ];
  return limits.length === 0 ? "" : ` of at most ${limits.join(" and ")}`;
}

/** What is wrong with a file that is of the right type: it is too large, or lasts too long. */
export function limitFault(file: UploadedFile, { maxSize, maxSeconds }: CommonOptions) {
  if (maxSize !== undefined && file.size > maxSize) {
    return `got ${fileWords(file)} of ${file.size.toLocaleString("en")} bytes: choose a smaller one`;
  }
  // A recorder that is stopped at the limit ends within the frame that was under way.
  if (maxSeconds !== undefined && (file.duration ?? 0) > maxSeconds + 0.25) {
    const seconds = Math.round((file.duration ?? 0) * 10) / 10;
    return `got ${fileWords(file)} of ${seconds.toLocaleString("en")} s: choose a shorter one`;
  }
  return undefined;
}

/** That a file is of another type than the one asked for, and what to choose instead. */
export function typeFault(file: UploadedFile, instead: string): string {
  return `got ${fileWords(file)}: choose ${instead}`;
}

/** That the type of a file's first bytes is right, and the rest of it is not. */
export function brokenFault(file: UploadedFile): string {
  return `got ${fileWords(file)} that cannot be read: it is broken, cut off or of a form not known here`;
}
