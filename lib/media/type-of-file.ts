import { fileTypeFromBuffer } from "file-type";
import mime from "mime";

export interface TypeOfFileOptions {
  readonly name: string;
  readonly data: Uint8Array;
  /** Whether it was given as text. */
  readonly text: boolean;
}

/**
 * The type of a file to be downloaded: what its content says, else what its name does.
 *
 * @example await typeOfFile({ name: "report.csv", data, text: true }) // "text/csv; charset=utf-8"
 */
export async function typeOfFile({ name, data, text }: TypeOfFileOptions): Promise<string> {
  // A file may end within what its first bytes promise.
  const found = text ? undefined : await fileTypeFromBuffer(data).catch(() => undefined);
  if (found) return found.mime.replace(/;.*/, "");
  const named = mime.getType(name) ?? (text ? "text/plain" : "application/octet-stream");
  return text && named.startsWith("text/") ? `${named}; charset=utf-8` : named;
}
