import type { UploadedFile } from "../../store/upload-store";

const anyType = /^[a-z]+\/(\*|[a-z0-9][a-z0-9.+-]*)$|^\*\/\*$/;
const anyEnding = /^\.[a-z0-9][a-z0-9.+-]*$/;

/** Names of types that mean another one. */
const meant: { readonly [alias: string]: string } = {
  "application/x-gzip": "application/gzip",
  "application/x-zip-compressed": "application/zip",
  "audio/m4a": "audio/mp4",
  "audio/mp3": "audio/mpeg",
  "audio/wave": "audio/wav",
  "audio/x-m4a": "audio/mp4",
  "audio/x-wav": "audio/wav",
  "image/jpg": "image/jpeg",
  "text/xml": "application/xml",
};

/** Which text a text is. Its content tells only that it is one. */
const texts: { readonly [ending: string]: string } = {
  csv: "text/csv",
  css: "text/css",
  htm: "text/html",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  jsonl: "application/jsonl",
  log: "text/plain",
  markdown: "text/markdown",
  md: "text/markdown",
  srt: "application/x-subrip",
  toml: "application/toml",
  ts: "text/typescript",
  tsv: "text/tab-separated-values",
  txt: "text/plain",
  vtt: "text/vtt",
  yaml: "application/yaml",
  yml: "application/yaml",
};

const office = "application/vnd.openxmlformats-officedocument";
const zip = "application/zip";

/** What files of an ending have for content. One that is not here may have any. */
const contents: { readonly [ending: string]: readonly string[] } = {
  "7z": ["application/x-7z-compressed"],
  aac: ["audio/aac"],
  avif: ["image/avif"],
  docx: [`${office}.wordprocessingml.document`, zip],
  epub: ["application/epub+zip", zip],
  flac: ["audio/flac"],
  gif: ["image/gif"],
  gz: ["application/gzip"],
  jpeg: ["image/jpeg"],
  jpg: ["image/jpeg"],
  m4a: ["audio/mp4"],
  mkv: ["video/x-matroska"],
  mov: ["video/quicktime"],
  mp3: ["audio/mpeg"],
  mp4: ["video/mp4", "audio/mp4"],
  ods: ["application/vnd.oasis.opendocument.spreadsheet", zip],
  odt: ["application/vnd.oasis.opendocument.text", zip],
  ogg: ["audio/ogg", "video/ogg"],
  pdf: ["application/pdf"],
  png: ["image/png"],
  pptx: [`${office}.presentationml.presentation`, zip],
  svg: ["image/svg+xml", "application/xml", "text/plain"],
  wav: ["audio/wav"],
  webm: ["video/webm", "audio/webm"],
  webp: ["image/webp"],
  xlsx: [`${office}.spreadsheetml.sheet`, zip],
  xml: ["application/xml", "text/plain"],
  zip: [zip],
};

/** Whether a text can stand among `types`: a type, a family of types, or an ending. */
export function isTypePattern(pattern: unknown): pattern is string {
  if (typeof pattern !== "string") return false;
  const small = pattern.toLowerCase();
  return anyType.test(small) || anyEnding.test(small);
}

/**
 * Whether a file is of one of the `types` of a `file()` input. Its content decides; which text a text
 * is, and what a file is whose ending nobody knows, only its name can tell.
 *
 * @example matchesType({ mimeType: "image/png", name: "table.csv" }, ".csv") // false
 */
export function matchesType(
  { mimeType, name }: Pick<UploadedFile, "mimeType" | "name">,
  pattern: string,
): boolean {
  const wanted = pattern.toLowerCase();
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  const content = meant[mimeType] ?? mimeType;
  if (wanted.startsWith(".")) {
    if (!name.toLowerCase().endsWith(wanted)) return false;
    const last = wanted.slice(wanted.lastIndexOf(".") + 1);
    if (Object.hasOwn(texts, last)) return content.startsWith("text/");
    return !Object.hasOwn(contents, last) || (contents[last]?.includes(content) ?? false);
  }
  if (wanted === "*/*") return true;
  if (wanted.endsWith("/*")) return content.startsWith(wanted.slice(0, -1));
  const type = meant[wanted] ?? wanted;
  if (type === content) return true;
  return content === "text/plain" && Object.hasOwn(texts, ending) && texts[ending] === type;
}
