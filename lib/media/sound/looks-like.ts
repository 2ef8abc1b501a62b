import { fileTypeFromBuffer } from "file-type";

const shown = 8;

/**
 * What bytes look like that are not what they should be, for a message that every viewer may read: it
 * never has their contents but for a few of the first ones.
 *
 * @example await looksLike(png) // "72 bytes of image/png"
 */
export async function looksLike(bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0) return "0 bytes";
  const size = `${bytes.length.toLocaleString("en")} byte${bytes.length === 1 ? "" : "s"}`;
  // A truncated file may end within what its first bytes promise.
  const head = bytes.subarray(0, 4100);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return `${size} of ${found.mime}`;
  const text = new TextDecoder().decode(head.subarray(0, 200)).trimStart();
  if (/^<(!doctype|html|head|body)/i.test(text)) return `${size} of HTML`;
  if (/^[{[]\s*["{[\]}\d]/.test(text)) return `${size} of JSON`;
  const first = [...bytes.subarray(0, shown)].map((byte) => byte.toString(16).padStart(2, "0"));
  const more = bytes.length > shown ? " …" : "";
  return `${size} that begin with ${first.join(" ")}${more}`;
}
