import { decodeChunk } from "./decode-chunk";
import { type ChunkOnWire, type JoinedChunks, placeAt, placeOf } from "./joined-chunks";
import { loadChunk } from "./load-chunk";

/** So many seconds of sound stay decoded on either side of what is played: 23 MB in stereo at 48 kHz. */
const kept = 30;
/** More at once would only delay the first of them. */
const atOnce = 4;
/** Seconds: so long takes a decoder that begins in the midst of a stream to be exact. */
const runUp = 0.25;
const longestRunUp = 16;

/** The decoded sound of the chunks around a position; the rest is fetched again when it is needed. */
export interface Clips {
  /** Moves to other chunks, or to the same ones with more behind them. */
  focus(media: JoinedChunks, position: number, ahead: number): void;
  /** `"lost"` where it cannot be had; `undefined` where it is not there yet. */
  get(chunk: ChunkOnWire): AudioBuffer | "lost" | undefined;
  clear(): void;
}

/** @param onClip a chunk has been decoded, or was lost */
export function createClips(
  onClip: (chunk: ChunkOnWire, clip: AudioBuffer | "lost") => void,
): Clips {
  const clips = new Map<number, AudioBuffer | "lost">();
  const loading = new Map<number, { controller: AbortController; chunk: ChunkOnWire }>();
  /** Bytes of the newest coded chunks, as the next one may go on from them. */
  const files = new Map<string, Promise<ArrayBuffer>>();
  /** A file may be wanted by several chunks, so no single one of them can give it up. */
  let filesWanted = new AbortController();
  let media: JoinedChunks | undefined;
  let from = 0;
  let until = 0;
  /** The index of the chunk to be asked for next. */
  let next = 0;

  function fill(): void {
    if (!media) return;
    for (let place = placeOf(media, next); loading.size < atOnce; place++) {
      const chunk = place < media.count ? media.list[place] : undefined;
      if (!chunk || chunk.start > until) return;
      next = chunk.index + 1;
      if (!clips.has(chunk.index) && !loading.has(chunk.index)) void load(media, place, chunk);
    }
  }

  async function load(of: JoinedChunks, place: number, chunk: ChunkOnWire): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    loading.set(chunk.index, { controller, chunk });
    let clip: AudioBuffer | "lost";
    try {
      const whole = [...runUpOf(of, place), chunk].map((each) => fileOf(each, signal));
      const all = await Promise.all(whole);
      const file = all.pop();
      clip = file ? await decodeChunk(chunk, file, all) : "lost";
    } catch {
      clip = "lost";
    }
    if (signal.aborted) return;
    loading.delete(chunk.index);
    clips.set(chunk.index, clip);
    onClip(chunk, clip);
    fill();
  }

  function fileOf(chunk: ChunkOnWire, signal: AbortSignal): Promise<ArrayBuffer> {
    const known = files.get(chunk.url);
    if (known) return known;
    // A WAV file is complete in itself.
    if (chunk.mimeType.startsWith("audio/wav")) return loadChunk(chunk.url, signal);
    const file = loadChunk(chunk.url, filesWanted.signal);
    files.set(chunk.url, file);
    file.catch(() => files.delete(chunk.url));
    if (files.size > longestRunUp * 2) files.delete(files.keys().next().value ?? "");
    return file;
  }

  function evict(): void {
    for (const [index, { chunk, controller }] of loading) {
      if (isNear(chunk)) continue;
      controller.abort();
      loading.delete(index);
    }
    if (!media) return;
    const first = media.list[placeAt(media, from - kept)]?.index ?? 0;
    const last = media.list[placeAt(media, until + kept)]?.index ?? 0;
    for (const index of clips.keys()) if (index < first || index > last) clips.delete(index);
  }

  function isNear({ start, duration }: ChunkOnWire): boolean {
    return start + duration >= from - kept && start <= until + kept;
  }

  return {
    focus(newMedia, position, ahead) {
      if (media && media.origin !== newMedia.origin) this.clear();
      const moved = position < from || position > until || !media;
      // What is kept is looked through once in a while, not for each chunk.
      const due = moved || position - from > 1;
      media = newMedia;
      until = position + Math.min(ahead, kept);
      if (due) {
        from = position;
        evict();
      }
      if (moved) next = media.list[placeAt(media, position)]?.index ?? 0;
      fill();
    },
    get: ({ index }) => clips.get(index),
    clear() {
      for (const { controller } of loading.values()) controller.abort();
      filesWanted.abort();
      filesWanted = new AbortController();
      loading.clear();
      clips.clear();
      files.clear();
      media = undefined;
      next = 0;
    },
  };
}

/** The chunks before one that it must be decoded behind, oldest first. */
function runUpOf({ list }: JoinedChunks, place: number): ChunkOnWire[] {
  const before: ChunkOnWire[] = [];
  let seconds = 0;
  for (let at = place; list[at]?.continues && seconds < runUp; at--) {
    const chunk = list[at - 1];
    if (!chunk || before.length === longestRunUp) break;
    before.unshift(chunk);
    seconds += chunk.duration;
  }
  return before;
}
