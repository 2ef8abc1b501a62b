import type { ImageRequest } from "./encode-image";
import { isImageFormat, parseImageRequest, writeImageQuery } from "./image-address";

/** Which of an output's chunks, by their indices, both included. */
export interface ChunkSpan {
  readonly first: number;
  readonly last: number;
}

/** What lies below `/media/`. */
export type MediaAddress =
  /** A file that an example of a demo gives. */
  { readonly what: "example"; readonly id: string; readonly name: string } | OfRun;

type OfRun = { readonly run: string } & (
  | ({ readonly what: "image"; readonly id: string } & ImageRequest)
  | { readonly what: "chunk"; readonly id: string; readonly ending: string }
  | { readonly what: "page"; readonly id: string }
  | { readonly what: "file"; readonly output: string; readonly id: string; readonly name: string }
  | { readonly what: "playlist"; readonly output: string }
  | { readonly what: "init"; readonly output: string; readonly init: string }
  | ({ readonly what: "segment"; readonly output: string } & ChunkSpan)
  | { readonly what: "joined"; readonly output: string; readonly name: string }
);

/** The endings of addresses, by the type of what lies there. */
const endings: { readonly [type: string]: string } = {
  "audio/aac": "aac",
  "audio/flac": "flac",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/webm": "webm",
  "video/mp2t": "ts",
  "video/mp4": "mp4",
  "video/webm": "webm",
};

/**
 * The ending of the address of sound or video, by its type.
 *
 * @example mediaEnding('audio/mp4; codecs="opus"') // "m4a"
 */
export function mediaEnding(type: string): string {
  return endings[type.replace(/;.*/, "")] ?? "bin";
}

/**
 * The address of bytes: its path and query.
 *
 * @example
 * writeMediaAddress({ what: "playlist", run, output: "music" }) // /media/<run>/music/index.m3u8
 */
export function writeMediaAddress(address: MediaAddress): string {
  if (address.what === "example") {
    return `/media/examples/${address.id}/${encodeURIComponent(address.name)}`;
  }
  const below = `/media/${address.run}/`;
  switch (address.what) {
    case "image": {
      const ending = address.format === undefined ? "" : `.${address.format}`;
      return `${below}${address.id}${ending}${writeImageQuery(address)}`;
    }
    case "chunk":
      return `${below}${address.id}.${address.ending}`;
    case "page":
      return `${below}${address.id}.html`;
    case "file":
      return `${below}${address.output}/${address.id}/${encodeURIComponent(address.name)}`;
    case "playlist":
      return `${below}${address.output}/index.m3u8`;
    case "init":
      return `${below}${address.output}/init-${address.init}.mp4`;
    case "segment":
      return `${below}${address.output}/${address.first}-${address.last}.m4s`;
    case "joined":
      return `${below}${address.output}/${encodeURIComponent(address.name)}`;
  }
}

const example = /^\/media\/examples\/(?<id>[\w-]{32})\/(?<name>[^/]+)$/;
const path =
  /^\/media\/(?<run>[\w-]{1,64})\/(?:(?<id>[0-9a-z]{1,12})(?:\.(?<ending>[a-z0-9]{2,4}))?|(?<output>[A-Za-z_]\w{0,127})\/(?<rest>.+))$/;
const ofOutput =
  /^(?:(?<playlist>index\.m3u8)|init-(?<init>[\w-]{1,40})\.mp4|(?<first>\d{1,9})-(?<last>\d{1,9})\.m4s|(?<file>[0-9a-z]{1,12})\/(?<name>[^/]+)|(?<whole>[^/]+))$/;

/** What `writeMediaAddress` wrote; `undefined` for any other address. */
export function parseMediaAddress(address: string): MediaAddress | undefined {
  const url = URL.canParse(address, "http://x") ? new URL(address, "http://x") : undefined;
  const given = example.exec(url?.pathname ?? "")?.groups;
  if (given?.id && given.name) return { what: "example", id: given.id, name: given.name };
  const { run, id, ending, output, rest } = path.exec(url?.pathname ?? "")?.groups ?? {};
  if (!url || run === undefined) return undefined;
  if (id !== undefined) return parseStored({ run, id, ending, query: url.searchParams });
  if (output === undefined || rest === undefined) return undefined;
  return parseOfOutput(run, output, rest);
}

interface Stored {
  run: string;
  id: string;
  ending: string | undefined;
  query: URLSearchParams;
}

function parseStored({ run, id, ending, query }: Stored): MediaAddress | undefined {
  if (ending === undefined || isImageFormat(ending)) {
    const request = parseImageRequest(ending, query);
    return request && { what: "image", run, id, ...request };
  }
  if (ending === "html") return { what: "page", run, id };
  return { what: "chunk", run, id, ending };
}

function parseOfOutput(run: string, output: string, rest: string): MediaAddress | undefined {
  const found = ofOutput.exec(rest)?.groups;
  if (!found) return undefined;
  const { playlist, init, first, last, file, name, whole } = found;
  if (playlist !== undefined) return { what: "playlist", run, output };
  if (init !== undefined) return { what: "init", run, output, init };
  if (first !== undefined && last !== undefined) {
    const span = { first: Number(first), last: Number(last) };
    return span.last < span.first ? undefined : { what: "segment", run, output, ...span };
  }
  const decoded = decode(name ?? whole ?? "");
  if (!decoded) return undefined;
  if (file !== undefined) return { what: "file", run, output, id: file, name: decoded };
  return { what: "joined", run, output, name: decoded };
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
