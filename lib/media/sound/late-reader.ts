import type { SoundReader } from "./sound";

/**
 * A reader that is loaded when its first slice comes.
 *
 * @param load loads it, and makes one
 */
export function createLateReader(load: () => Promise<SoundReader>): SoundReader {
  let loading: Promise<SoundReader> | undefined;
  let reader: SoundReader | undefined;
  let closed = false;
  return {
    async push(slice) {
      loading ??= load();
      reader = await loading;
      if (!closed) return reader.push(slice);
      reader.close();
      return [];
    },
    get done() {
      return reader?.done ?? false;
    },
    async end() {
      return (await loading)?.end() ?? [];
    },
    close() {
      closed = true;
      reader?.close();
    },
  };
}
