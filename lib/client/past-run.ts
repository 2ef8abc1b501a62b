import { type FileFacts, isFileFacts } from "./upload-facts";
import type { RunStatus } from "./wire";

/** A small picture of what a run has yielded. */
export type Thumbnail =
  /** A `data:` URL. */
  | { readonly kind: "image"; readonly url: string }
  | { readonly kind: "words"; readonly words: string };

/** A run as the browser remembers it. */
export interface PastRun {
  readonly id: string;
  /** As they were given; of a file the id of its upload. */
  readonly inputs: { readonly [input: string]: unknown };
  /** By input: what its file was. */
  readonly files?: { readonly [input: string]: FileFacts };
  /** Inputs that were too long to be remembered. */
  readonly tooLong?: readonly string[];
  /** As it was last heard of. */
  readonly status: RunStatus;
  /** Since the epoch, in milliseconds, on this machine's clock. */
  readonly createdAt: number;
  /** In milliseconds, of a run that is over and that had begun. */
  readonly elapsedMs?: number;
  readonly thumbnail?: Thumbnail;
  /** The server has said that it does not keep it any more. */
  readonly gone?: boolean;
}

const statuses: { readonly [Status in RunStatus]: true } = {
  QUEUED: true,
  RUNNING: true,
  DONE: true,
  FAILED: true,
  CANCELLED: true,
};

/**
 * Reads what a browser has kept, which anybody may have written: what is no run is left out, and so is
 * what is wrong about one.
 */
export function readPastRuns(text: string | null | undefined): PastRun[] {
  let list: unknown;
  try {
    list = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  const seen = new Set<string>();
  return (Array.isArray(list) ? list : []).flatMap((value) => {
    const run = readPastRun(value);
    if (!run || seen.has(run.id)) return [];
    seen.add(run.id);
    return [run];
  });
}

function readPastRun(value: unknown): PastRun | undefined {
  if (!isRecord(value)) return undefined;
  const { id, inputs, status, createdAt, elapsedMs, files, tooLong, thumbnail, gone } = value;
  // It becomes part of addresses.
  if (typeof id !== "string" || !/^[\w-]{1,64}$/.test(id)) return undefined;
  if (!isRecord(inputs) || !isStatus(status) || !isTime(createdAt)) return undefined;
  return {
    id,
    inputs,
    status,
    createdAt,
    ...(isTime(elapsedMs) && { elapsedMs }),
    ...(isRecord(files) && { files: readFiles(files) }),
    ...(Array.isArray(tooLong) && { tooLong: tooLong.filter((name) => typeof name === "string") }),
    ...(isThumbnail(thumbnail) && { thumbnail }),
    ...(gone === true && { gone }),
  };
}

function readFiles(files: Record<string, unknown>): PastRun["files"] & object {
  const known = Object.entries(files).filter((entry): entry is [string, FileFacts] =>
    isFileFacts(entry[1]),
  );
  return Object.fromEntries(known);
}

function isThumbnail(value: unknown): value is Thumbnail {
  if (!isRecord(value)) return false;
  const { kind, url, words } = value;
  if (kind === "words") return typeof words === "string";
  return kind === "image" && typeof url === "string" && /^data:image\/(webp|jpeg|png);/.test(url);
}

function isStatus(value: unknown): value is RunStatus {
  return typeof value === "string" && Object.hasOwn(statuses, value);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
