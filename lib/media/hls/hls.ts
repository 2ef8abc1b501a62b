import type { ChunkSpan } from "../media-address";
import type { RunMedia } from "../run-media";
import type { NotServed, Served } from "../served";
import type { Workshop } from "../workshop";
import { writePlaylist } from "./playlist";
import { segmentEnd } from "./segments";
import { createTimelines } from "./timelines";

export interface HlsOptions {
  media: RunMedia;
  workshop: Workshop;
  /** How long a playlist's first segment is waited for, in milliseconds. */
  patience?: number;
}

/** An output of a run. */
export interface OutputPlace {
  readonly run: string;
  readonly output: string;
}

/** A run's sound or video for any player of HLS, while it grows and after. */
export interface Hls {
  /**
   * The playlist as it is now. Where no segment is closed yet it is waited for, as players take a
   * playlist without any for a broken one.
   */
  playlist(place: OutputPlace, signal: AbortSignal): Promise<Served | NotServed>;
  /** What has to be known before the segments of an `init`. */
  init(place: OutputPlace, init: string): Promise<Served | NotServed>;
  segment(place: OutputPlace, span: ChunkSpan): Promise<Served | NotServed>;
}

const playlistType = "application/vnd.apple.mpegurl";
const mostWaiting = 1000;
const gone: NotServed = { status: 404, reason: "This part is not kept any more, or never was." };
const noRate: NotServed = {
  status: 404,
  reason:
    "Samples at this rate have no playlist: FLAC is coded here at 8, 16, 22.05, 24, 32, 44.1, 48, 88.2, 96, 176.4 and 192 kHz, with up to 8 channels.",
};

export function createHls({ media, workshop, patience = 10_000 }: HlsOptions): Hls {
  const timelines = createTimelines();
  let waiting = 0;

  async function written({ run, output }: OutputPlace): Promise<Served | undefined> {
    const found = await media.output(run, output);
    if (!found) return undefined;
    const { chunks, keep, over } = found;
    const segments = timelines.segments(`${run} ${output}`, chunks, over);
    if (segments.length === 0) return undefined;
    const growing = keep >= Number.MAX_SAFE_INTEGER;
    const text = writePlaylist({ segments, growing, over });
    return { type: playlistType, parts: [new TextEncoder().encode(text)], final: over };
  }

  async function made({ run, output }: OutputPlace, at: number, end: number) {
    const chunks = (await media.output(run, output))?.chunks.slice(at, end) ?? [];
    const [first, last] = [chunks[0], chunks.at(-1)];
    const read = await media.read(run, chunks);
    if (!first || !last || !read) return gone;
    const segment = await workshop.get(`hls ${run} ${output} ${first.index} ${last.index}`, {
      make: async () => {
        // Loaded with the first player, as most sites have none.
        const { makeSegment } = await import("./make-segment");
        return (await makeSegment(read)) ?? { data: new Uint8Array(0) };
      },
      plural: "pieces of media",
      run,
    });
    return "init" in segment ? segment : noRate;
  }

  return {
    async playlist(place, signal) {
      const now = await written(place);
      if (now) return now;
      const nothing = {
        status: 404,
        reason: "There is no sound or video at this address.",
      } as const;
      if (waiting >= mostWaiting) return { status: 503, reason: "Too many wait for playlists." };
      waiting++;
      const enough = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      try {
        while (!enough.aborted) {
          if (!(await media.isLive(place.run))) return (await written(place)) ?? nothing;
          await media.change(place.run, enough);
          const then = await written(place);
          if (then) return then;
        }
        return { status: 503, reason: "The first second has not come yet." };
      } finally {
        waiting--;
      }
    },
    async init(place, init) {
      const found = await media.output(place.run, place.output);
      const at = found?.chunks.findIndex((chunk) => chunk.init === init) ?? -1;
      if (!found || at < 0) return gone;
      const end = segmentEnd(found.chunks, at, found.over) ?? at + 1;
      const segment = await made(place, at, end);
      if ("status" in segment) return segment;
      return { type: segment.type, parts: [segment.init], final: true };
    },
    async segment(place, { first, last }) {
      const found = await media.output(place.run, place.output);
      const at = first - (found?.chunks[0]?.index ?? Number.POSITIVE_INFINITY);
      if (!found || at < 0) return gone;
      const end = segmentEnd(found.chunks, at, found.over);
      if (end === undefined || end - at !== last - first + 1) return gone;
      const segment = await made(place, at, end);
      if ("status" in segment) return segment;
      return { type: segment.type, parts: [segment.data], final: true };
    },
  };
}
