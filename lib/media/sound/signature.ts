import { adtsFrames } from "./adts";
import { type FrameFormat, type FrameHeader, tagAt } from "./frame-splitter";
import { mp3Frames } from "./mp3-header";
import { readMp3Info } from "./mp3-info";

export type Container = "wav" | "mp3" | "adts" | "ogg" | "webm" | "flac" | "mp4";

export interface Signature {
  readonly container: Container;
  /**
   * Whether a file begins here without doubt. MP3 and AAC have frames that all look alike: one may be
   * the first of a file, or the next of a stream.
   */
  readonly isBeginning: boolean;
  /** Whether more speaks for it than a few bytes, which may stand anywhere by chance. */
  readonly isProven: boolean;
}

/** How many bytes are enough to tell. */
export const signatureBytes = 12;

const marks: readonly { container: Container; at: number; mark: string }[] = [
  { container: "flac", at: 0, mark: "fLaC" },
  { container: "webm", at: 0, mark: "\x1a\x45\xdf\xa3" },
  { container: "mp4", at: 4, mark: "ftyp" },
];

/** What begins at the front of bytes; `undefined` where that is nothing known here. */
export function readSignature(bytes: Uint8Array): Signature | undefined {
  if ((isAt(bytes, 0, "RIFF") || isAt(bytes, 0, "RF64")) && isAt(bytes, 8, "WAVE")) {
    return { container: "wav", isBeginning: true, isProven: true };
  }
  // Each page of Ogg has the mark; only the first one says that it begins.
  if (isAt(bytes, 0, "OggS")) {
    return ((bytes[5] ?? 0) & 2) !== 0
      ? { container: "ogg", isBeginning: true, isProven: true }
      : undefined;
  }
  const found = marks.find(({ at, mark }) => isAt(bytes, at, mark));
  if (found) return { container: found.container, isBeginning: true, isProven: true };
  if (isAt(bytes, 0, "ID3")) return behindTag(bytes);
  return readFrames(bytes);
}

/** FLAC and AAC may have the tag of MP3 files before them. */
function behindTag(bytes: Uint8Array): Signature {
  let start = tagAt(bytes, 0) ?? bytes.length;
  // A file may have many tags, and each is only 10 bytes at the least.
  while (isAt(bytes, start, "ID3")) start += tagAt(bytes, start) ?? bytes.length;
  const behind = start < bytes.length ? readSignature(bytes.subarray(start)) : undefined;
  return { container: behind?.container ?? "mp3", isBeginning: true, isProven: true };
}

function readFrames(bytes: Uint8Array): Signature | undefined {
  const mp3 = readTwo(bytes, mp3Frames);
  if (mp3) {
    const info = readMp3Info(bytes.subarray(0, mp3.header.length), mp3.header);
    return { container: "mp3", isBeginning: info !== undefined, isProven: mp3.isProven };
  }
  const aac = readTwo(bytes, adtsFrames);
  return aac && { container: "adts", isBeginning: false, isProven: aac.isProven };
}

/** The first frame's header; none where no second frame follows, as far as the bytes go. */
function readTwo<Header extends FrameHeader>(
  bytes: Uint8Array,
  { headerBytes, read }: FrameFormat<Header>,
): { header: Header; isProven: boolean } | undefined {
  const header = bytes.length < headerBytes ? undefined : read(bytes, 0);
  if (!header) return undefined;
  const next = header.length;
  if (next + headerBytes > bytes.length) return { header, isProven: false };
  const isFollowed = read(bytes, next)?.stream === header.stream || (tagAt(bytes, next) ?? 1) > 0;
  return isFollowed ? { header, isProven: true } : undefined;
}

function isAt(bytes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
