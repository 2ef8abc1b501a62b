import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import { YieldError } from "../../kinds/yield-error";
import type { CodedPacket, CodedTrack } from "../mp4-chunk";
import { createDemuxThreads } from "./demux-threads";
import { earliestStart, latestEnd } from "./spans";

/** A film taken apart; its packets on its own clock. */
export interface DemuxedFilm {
  /** What it came in: `MP4`, `QuickTime File Format`, `MPEG Transport Stream`, `Matroska` or `WebM`. */
  readonly format: string;
  /** Without packets where a piece of a stream has none. */
  readonly video: Extract<CodedTrack, { kind: "video" }>;
  readonly sound: Extract<CodedTrack, { kind: "audio" }> | undefined;
}

/** Takes films apart in a thread of its own, one after another. */
export interface Demuxer {
  /**
   * @param bytes are given away
   * @throws YieldError where they are no film that browsers play, or one that takes too long to read
   */
  demux(bytes: Uint8Array): Promise<DemuxedFilm>;
  close(): void;
}

export interface DemuxerOptions {
  /** How long one film may take, in milliseconds. */
  timeLimit?: number;
}

/** What the thread answers with. */
interface Answer {
  readonly fault?: string;
  readonly film?: {
    readonly format: string;
    readonly data: Uint8Array;
    readonly tracks: readonly {
      readonly kind: "video" | "audio";
      readonly codec: string;
      readonly config: (VideoDecoderConfig & AudioDecoderConfig) | null;
      readonly rotation: number;
      readonly packets: readonly (readonly [boolean, number, number, number, number])[];
    }[];
  };
}

const threads = createDemuxThreads();

// Each film has a processor for itself, and one is left for everybody who watches something else.
const turns = pLimit(Math.max(1, availableParallelism() - 1));

export const filmExpected = "a film: MP4, MPEG-TS with H.264, or WebM";

/** Codecs that browsers play, by what mediabunny calls them. */
const playable = new Set(["avc", "vp8", "vp9", "av1", "aac", "mp3", "opus", "vorbis", "flac"]);

const names: Record<string, string> = { hevc: "HEVC (H.265)", ac3: "AC-3", eac3: "E-AC-3" };

// No codec's largest level goes beyond, and no browser does.
const mostSide = 8192;
const mostPixels = 8192 * 4352;

// A picture may be said to stand for days, and each 20 ms of them would be filled with silence.
const mostSeconds = 4 * 3600;

/**
 * Makes a demuxer, whose thread is there or starts at once, before the first film comes.
 *
 * @example
 * const demuxer = createDemuxer();
 * const { video, sound } = await demuxer.demux(bytes);
 */
export function createDemuxer({ timeLimit = 10_000 }: DemuxerOptions = {}): Demuxer {
  let thread: Worker | undefined = threads.take();
  let busy = false;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function ask(bytes: Uint8Array): Promise<Answer> {
    thread ??= threads.take();
    const asked = thread;
    busy = true;
    return new Promise((resolve) => {
      const finish = (answer: Answer) => {
        clearTimeout(limit);
        busy = false;
        asked.removeAllListeners("message").removeAllListeners("exit");
        resolve(answer);
      };
      const giveUp = (fault: string) => {
        if (thread === asked) thread = undefined;
        void asked.terminate();
        finish({ fault });
      };
      const limit = setTimeout(() => giveUp("It took too long."), timeLimit);
      asked.once("message", finish);
      asked.once("exit", () => giveUp("Its thread has ended."));
      asked.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    });
  }

  return {
    demux(bytes) {
      // A view of a larger buffer would take that one along.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
      const size = own.byteLength;
      const answer = last.then(() => turns(() => (closed ? { fault: "It is closed." } : ask(own))));
      last = answer;
      return answer.then(({ film }: Answer) => {
        if (!film) throw new YieldError(filmExpected, `${size} bytes that cannot be read as one`);
        return understand(film);
      });
    },
    close() {
      closed = true;
      if (thread && !busy) threads.giveBack(thread);
      else void thread?.terminate();
      thread = undefined;
    },
  };
}

function understand({ format, data, tracks }: NonNullable<Answer["film"]>): DemuxedFilm {
  let video: DemuxedFilm["video"] | undefined;
  let sound: DemuxedFilm["sound"];
  const all: CodedPacket[] = [];
  for (const { kind, codec, config, rotation, packets } of tracks) {
    if (!playable.has(codec) || !config) throw unplayable(names[codec] ?? codec);
    const coded = packets.map(([key, start, duration, offset, length]) => {
      return { data: data.subarray(offset, offset + length), key, start, duration };
    });
    for (const packet of coded) all.push(packet);
    // The codec is one of `playable`, which the compiler cannot know.
    const track = { kind, codec, config, packets: coded, rotation } as CodedTrack;
    if (track.kind === "video") video = track;
    else sound = track;
  }
  if (!video) {
    throw new YieldError(filmExpected, "one without a picture; `audio()` takes sound");
  }
  const { codedWidth: width = 0, codedHeight: height = 0 } = video.config;
  if (Math.max(width, height) > mostSide || width * height > mostPixels || width * height === 0) {
    const most = `pictures of at most ${mostSide} pixels a side`;
    throw new YieldError(
      `${most} and ${mostPixels.toLocaleString("en")} in all`,
      `${width} × ${height}`,
    );
  }
  const seconds = all.length > 0 ? latestEnd(all) - earliestStart(all) : 0;
  if (!(seconds <= mostSeconds)) {
    const hours = (seconds / 3600).toFixed(1);
    throw new YieldError(`at most ${mostSeconds / 3600} hours of film at once`, `${hours} hours`);
  }
  return { format, video, sound };
}

/** An error that names a codec which browsers do not play, and what to do. */
export function unplayable(codec: string): YieldError {
  const expected =
    "H.264, VP8, VP9 or AV1 with AAC, MP3, Opus, Vorbis or FLAC, as browsers play them";
  const remedy = "convert it: ffmpeg -i film -c:v libx264 -c:a aac film.mp4";
  return new YieldError(expected, `${codec}; ${remedy}`);
}
