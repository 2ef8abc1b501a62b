import type { MediaChunk } from "./chunks";

/** What sort of file chunks are joined to. */
export interface JoinedForm {
  readonly ending: "wav" | "mp3" | "m4a" | "ogg" | "flac" | "mp4" | "webm";
  readonly type: string;
}

const forms: readonly (readonly [RegExp, JoinedForm])[] = [
  [/^audio\/wav\b/, { ending: "wav", type: "audio/wav" }],
  [/^audio\/mp4; codecs="mp4a\.6b"/i, { ending: "mp3", type: "audio/mpeg" }],
  [/^audio\/mp4; codecs="(?:opus|vorbis)"/, { ending: "ogg", type: "audio/ogg" }],
  [/^audio\/mp4; codecs="flac"/i, { ending: "flac", type: "audio/flac" }],
  [/^audio\/mp4\b/, { ending: "m4a", type: "audio/mp4" }],
  [/^video\/mp4; codecs="vp0?8/, { ending: "webm", type: "video/webm" }],
  [/^video\/mp4\b/, { ending: "mp4", type: "video/mp4" }],
];

/**
 * What sort of file chunks can be joined to without coding them anew; `undefined` where their coding
 * changes amid them, or there are none.
 */
export function joinedForm(chunks: readonly MediaChunk[]): JoinedForm | undefined {
  const [first] = chunks;
  if (!first || chunks.some(({ init, type }) => init !== first.init || type !== first.type)) {
    return undefined;
  }
  return forms.find(([pattern]) => pattern.test(first.type))?.[1];
}

/** What the file of an output is called. */
export function joinedName(demo: string, output: string, ending: string): string {
  return `${demo}-${output}.${ending}`;
}
