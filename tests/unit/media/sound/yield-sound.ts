import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { AudioOutputOptions } from "@/lib/kinds/audio";
import { audioOutput } from "@/lib/kinds/audio/output";
import type { MediaChunk } from "@/lib/media/chunks";

const folder = join(process.cwd(), "tests/fixtures/media");

/** One of the files in `tests/fixtures/media`. */
export async function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(folder, name)));
}

/** Bytes in slices of one size. */
export function slices(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, at) => bytes.slice(at * size, (at + 1) * size));
}

export interface Heard {
  /** The chunks of each yield, then those of the end. */
  readonly entries: readonly (readonly MediaChunk[])[];
  readonly chunks: readonly MediaChunk[];
  /** The chunks' files. */
  readonly files: readonly Uint8Array[];
}

/** Yields values to an `audio()` output, one after another, and gives what its log would keep. */
export async function yieldSound(
  values: Iterable<unknown>,
  options: AudioOutputOptions = { streaming: true },
): Promise<Heard> {
  const files: Uint8Array[] = [];
  const writer = audioOutput.writer(options, {
    keepBytes: async (data) => String(files.push(data) - 1),
    readableFolders: [],
    maxValueBytes: 1,
  });
  const entries: (readonly MediaChunk[])[] = [];
  try {
    for (const value of values) entries.push((await writer.write(value)).chunks);
    entries.push((await writer.end?.())?.chunks ?? []);
  } finally {
    writer.close?.();
  }
  return { entries, chunks: entries.flat(), files };
}

/** Where the sound of chunks ends, in seconds. */
export function endOf(chunks: readonly MediaChunk[]): number {
  const last = chunks.at(-1);
  return last ? last.start + last.duration : 0;
}
