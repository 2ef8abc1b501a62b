/*
 * How a player shows the chunks of a film by Media Source Extensions, each fetched whole:
 *
 *   buffer = mediaSource.addSourceBuffer(chunk.type)      // mode "segments", as it is by default
 *   buffer.timestampOffset = -chunkEpoch                  // files begin at 1 s: see mp4-chunk.ts
 *   for each chunk, in their order, once `buffer.updating` is false:
 *     ends = the ends of buffer.buffered that lie within 1 s before chunk.start
 *     buffer.appendWindowStart = 0                        // must stay below the window's end meanwhile
 *     buffer.appendWindowEnd = chunk.start + chunk.duration + 0.00002
 *     buffer.appendWindowStart = max(0, min(chunk.start - 0.00002, ...ends))
 *     if (chunk.type is not that of the chunk before) buffer.changeType(chunk.type)
 *     buffer.appendBuffer(bytes)          // without the first `initBytes` if the chunk `continues`: after
 *                                         // those a browser wants a key picture, and leaves out the rest
 *   at the run's end: mediaSource.endOfStream()
 *
 * The window cuts off what lies outside a chunk, to the sample: the coder's delay before it and its
 * padding behind. The packet before the window is what the decoder warms up with. `min(…ends)` is for
 * streams that were cut into parts, whose sound ends before the picture and goes on in the next file. The
 * 20 µs are for what rounding does: a picture that begins 1 µs before the window would be left out, and
 * all that need it with it. They are less than one sample of sound: a larger slice of the packet in front
 * would be heard as a click, as it is decoded without what stands before it. WebM counts in milliseconds:
 * for `video/webm` (VP8) the window begins 0.6 ms earlier and ends 2 ms later instead. A chunk that
 * `continues` can be shown behind the one before only. A chunk with sound behind chunks without any cannot
 * go into the same MediaSource (`type` names one codec more): a new one is needed. The other way round
 * silence is put in, so that does not happen with AAC.
 */
import { YieldError } from "../../kinds/yield-error";
import type { MediaChunk } from "../chunks";
import type { CodedPacket } from "../mp4-chunk";
import { createDemuxer, type DemuxerOptions, filmExpected } from "./demux";
import type { Piece, Slicer } from "./pieces";
import { createTimeline, type FilmPart, type FilmPiece } from "./timeline";
import { createTsSlicer, looksLikeTs } from "./ts-slicer";
import { createWebmSlicer, looksLikeWebm } from "./webm-slicer";

/** A chunk whose bytes are not kept yet. */
export type FilmChunk = Omit<MediaChunk, "id"> & { readonly data: Uint8Array };

/** What is yielded for one output, put behind one another. Nothing is coded again. */
export interface Film {
  /**
   * Takes a file, or the next slice of a stream, and gives the chunks that it makes.
   *
   * @throws YieldError where the bytes are no film, or one that browsers do not play
   */
  add(bytes: Uint8Array): Promise<FilmChunk[]>;
  /** Gives what was held back. */
  end(): Promise<FilmChunk[]>;
  close(): void;
}

/**
 * Makes the film of one run's output. Files are MP4, MPEG-TS or WebM; slices are of MPEG-TS or WebM and
 * may be cut at any byte.
 *
 * @example
 * const film = createFilm();
 * const chunks = await film.add(await readFile("part-1.mp4"));
 */
export function createFilm(options: DemuxerOptions = {}): Film {
  const demuxer = createDemuxer(options);
  const timeline = createTimeline();
  let slicer: Slicer | undefined;
  let slicerOf: "ts" | "webm" | undefined;
  /** The data of a key picture, which says how those behind it are coded. */
  let priming: Uint8Array | undefined;
  /** Sound of a stream whose first picture has not come. */
  let early: CodedPacket[] | undefined;
  let index = 0;
  let unread = 0;

  async function place(piece: Piece): Promise<FilmPart[]> {
    const { video, sound } = await demuxer.demux(piece.file);
    const all = piece.primed ? video.packets.slice(1) : video.packets;
    const begins = piece.begins || early !== undefined;
    const packets = [...(early ?? []), ...(sound?.packets ?? [])];
    early = undefined;
    if (begins && all.length === 0 && !piece.whole) {
      // The sound of a stream may stand before its first picture, which sets the clock.
      early = packets;
      return [];
    }
    if (begins && all.length === 0) throw new YieldError(filmExpected, "one without any picture");
    unread = 0;
    priming = video.packets.findLast(({ key }) => key)?.data ?? (begins ? undefined : priming);
    return timeline.add(
      startingAtKey({
        video: { ...video, packets: all, priming },
        sound: sound && { ...sound, packets },
        begins,
        whole: piece.whole,
      }),
    );
  }

  /** A piece that can be decoded, as its first picture is a key picture or goes on in a stream. */
  function startingAtKey(piece: FilmPiece): FilmPiece {
    if (!piece.begins || timeline.goesOn(piece)) return piece;
    const { packets } = piece.video;
    const first = packets.findIndex(({ key }) => key);
    if (first === 0) return piece;
    if (first < 0 || piece.whole) {
      const expected =
        "a film that begins with a key picture, or the next part of the stream before";
      const came = "one that begins amid a group of pictures; cut it at key pictures";
      throw new YieldError(expected, came);
    }
    // A broadcast is come upon at any time.
    return { ...piece, video: { ...piece.video, packets: packets.slice(first) } };
  }

  async function write(parts: readonly FilmPart[]): Promise<FilmChunk[]> {
    const chunks: FilmChunk[] = [];
    for (const { video, sound, ...part } of parts) {
      const tracks = sound ? [video, sound] : [video];
      const webm = video.codec === "vp8" || sound?.codec === "vorbis";
      // Loaded when the first is written: a site without films would hold 25 MB of it for nothing.
      const write = webm
        ? (await import("./webm-chunk")).writeWebmChunk
        : (await import("../mp4-chunk")).writeMp4Chunk;
      const file = await write(tracks).catch((error: unknown) => {
        // What mediabunny refuses is what the film said, such as times that go backwards.
        const why = error instanceof Error ? error.message : String(error);
        throw new YieldError("a film that can be put into chunks", why.slice(0, 120));
      });
      const times = { start: round(part.start), lead: round(part.lead), tail: round(part.tail) };
      const duration = round(part.start + part.duration) - times.start;
      const bytes = file.data.byteLength;
      chunks.push({ index: index++, bytes, ...part, ...times, duration: round(duration), ...file });
    }
    return chunks;
  }

  async function read(pieces: readonly Piece[]): Promise<FilmChunk[]> {
    const chunks: FilmChunk[] = [];
    for (const piece of pieces) chunks.push(...(await write(await place(piece))));
    return chunks;
  }

  function slice(bytes: Uint8Array): Piece[] {
    const kind = looksLikeWebm(bytes) ? "webm" : looksLikeTs(bytes) ? "ts" : slicerOf;
    if (!kind) throw new YieldError(filmExpected, `${bytes.byteLength} bytes that are none`);
    const before = kind === slicerOf ? [] : (slicer?.end() ?? []);
    if (kind !== slicerOf || !slicer) {
      slicer = kind === "ts" ? createTsSlicer() : createWebmSlicer();
      slicerOf = kind;
    }
    unread += bytes.byteLength;
    return [...before, ...slicer.push(bytes)];
  }

  return {
    add(bytes) {
      if (bytes.byteLength === 0) throw new YieldError(filmExpected, "no bytes at all");
      if (!looksLikeMp4(bytes)) return read(slice(bytes));
      const before = slicer?.end() ?? [];
      slicer = undefined;
      slicerOf = undefined;
      return read([...before, { file: bytes, begins: true, primed: false, whole: true }]);
    },
    async end() {
      const chunks = await read(slicer?.end() ?? []);
      if (unread > 0 && index === 0) {
        throw new YieldError(filmExpected, `${unread} bytes in which no picture is whole`);
      }
      return [...chunks, ...(await write(timeline.end()))];
    },
    close: () => demuxer.close(),
  };
}

const boxNames = new Set(["ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide", "sidx"]);

/** Whether bytes begin as MP4 and QuickTime files do, and their fragments. */
export function looksLikeMp4(bytes: Uint8Array): boolean {
  return boxNames.has(String.fromCharCode(...bytes.subarray(4, 8)));
}

/** To microseconds, in which players count. */
function round(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
