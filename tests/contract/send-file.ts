import { apiAddress } from "./address";
import type { Result } from "./transport";

/** What `upload` says of a file. */
export interface Uploaded {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  duration: number | null;
  width: number | null;
  height: number | null;
}

export const operations = JSON.stringify({
  query:
    "mutation ($file: File!) { upload(file: $file) { id name mimeType size duration width height } }",
  variables: { file: null },
});
export const map = JSON.stringify({ 0: ["variables.file"] });

export interface SentFile {
  readonly content: Uint8Array | string;
  readonly name: string;
}

export type Part = readonly [field: string, value: string | SentFile];

/** The three parts of a good request. */
export const partsOf = (file: SentFile): Part[] => [
  ["operations", operations],
  ["map", map],
  ["0", file],
];

export const boundary = "----of-a-test";
export const formType = `multipart/form-data; boundary=${boundary}`;

/** A form as it goes over the wire, its parts in the order that they are given in. */
export function formOf(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(([field, value]) => {
    const file = typeof value === "string" ? undefined : value;
    const named = file ? `; filename="${file.name}"` : "";
    const type = file ? "Content-Type: application/octet-stream\r\n" : "";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${named}\r\n${type}\r\n`;
    return [head, file ? file.content : (value as string), "\r\n"];
  });
  return Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)));
}

/** Sends a form to the API, as anybody could. */
export async function sendForm<Data = { upload: Uploaded }>(
  parts: readonly Part[] | BodyInit,
  { site, headers = {} }: { site?: string; headers?: Record<string, string> } = {},
): Promise<Result<Data> & { status: number }> {
  const body = Array.isArray(parts) ? new Uint8Array(formOf(parts)) : (parts as BodyInit);
  const response = await fetch(apiAddress(site), {
    method: "POST",
    headers: { accept: "application/json", "content-type": formType, ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: "half" }),
  });
  return { status: response.status, ...((await response.json()) as Result<Data>) };
}

/** Uploads a file that must be taken. */
export async function sendFile(file: SentFile, site?: string): Promise<Uploaded> {
  const { data, errors } = await sendForm(partsOf(file), { ...(site && { site }) });
  if (!data) throw new Error(`The server answered ${JSON.stringify(errors)} to ${file.name}`);
  return data.upload;
}
