import { sniffType } from "@/lib/client/sniff-type";
import type { InputDescription } from "@/lib/demo/describe";
import { inputKind } from "@/lib/kinds/inputs";

/** What else is known of a file, before it is sent. */
export interface FileFacts {
  /** In seconds. */
  duration?: number | undefined;
  /** It is converted before it is sent: then its size and format do not count yet. */
  converted?: boolean;
}

/**
 * Looks whether an input takes a file, by the function that the server checks with. What only the server
 * can tell is taken for right.
 *
 * @throws Error that says what it is and what to choose instead
 */
export async function checkNow(
  input: InputDescription,
  file: File,
  { duration = 0, converted = false }: FileFacts = {},
): Promise<void> {
  const mimeType = asOf(input, await sniffType(file));
  const { name, size } = file;
  const unknown = { path: "", width: 1, height: 1, sampleRate: 1, channels: 1 };
  const options = converted
    ? { ...input.options, format: undefined, maxSize: undefined }
    : input.options;
  const known = { ...unknown, name, size, mimeType, duration };
  const fault = inputKind(input).fileFault?.(known, options);
  if (fault === undefined) return;
  throw new Error(`${fault.replace(/^got /, "This is ")}.`);
}

/** A sound may lie in a file that browsers take for a video, by its name. */
function asOf({ kind }: InputDescription, type: string): string {
  const common = others[type] ?? type;
  return kind === "audio" ? common.replace(/^video\/(mp4|webm|ogg)$/, "audio/$1") : common;
}

/** Browsers and systems have names of their own for some types. */
const others: { [type: string]: string } = {
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "audio/mp3": "audio/mpeg",
  "audio/x-m4a": "audio/mp4",
  "audio/m4a": "audio/mp4",
  "audio/x-flac": "audio/flac",
  "audio/x-aac": "audio/aac",
  "video/x-m4v": "video/mp4",
};
