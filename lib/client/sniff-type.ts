const signs: readonly (readonly [type: string, at: number, sign: string])[] = [
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["image/avif", 4, "ftypavif"],
  ["audio/wav", 8, "WAVE"],
  ["audio/mpeg", 0, "ID3"],
  ["audio/flac", 0, "fLaC"],
  ["application/pdf", 0, "%PDF-"],
  ["application/zip", 0, "PK\x03\x04"],
];

/** What can be sound, video, or both: its first bytes do not tell. */
const containers = [
  ["mp4", 4, "ftyp"],
  ["webm", 0, "\x1a\x45\xdf\xa3"],
  ["ogg", 0, "OggS"],
] as const;

/**
 * What a file is by its content, as far as its first bytes tell; else what the browser takes it for by its
 * name. The server looks closer.
 */
export async function sniffType(file: File): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const starts = (at: number, sign: string) =>
    [...sign].every((letter, index) => head[at + index] === letter.charCodeAt(0));
  const sure = signs.find(([, at, sign]) => starts(at, sign));
  if (sure) return sure[0];
  for (const [name, at, sign] of containers) {
    if (starts(at, sign)) return /^(audio|video)\//.test(file.type) ? file.type : `video/${name}`;
  }
  if (isText(head, head.length < file.size)) {
    return file.type.startsWith("text/") ? file.type : "text/plain";
  }
  return file.type || "application/octet-stream";
}

function isText(head: Uint8Array, goesOn: boolean): boolean {
  if (head.length === 0 || head.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: goesOn });
    return true;
  } catch {
    return false;
  }
}
