import { BufferTarget, Mp4OutputFormat, Output } from "mediabunny";
import { YieldError } from "../../kinds/yield-error";
import { addTrack, mp4Type } from "../mp4-chunk";
import { createDemuxer, type DemuxedFilm, type DemuxerOptions, filmExpected } from "./demux";
import { earliestStart, latestEnd, moved } from "./spans";

/** A file that a browser plays. */
export interface FilmFile {
  readonly data: Uint8Array;
  /** Such as `video/mp4; codecs="avc1.64001e, mp4a.40.2"`. */
  readonly type: string;
  /** In seconds. */
  readonly duration: number;
}

// What browsers play as it is. Others, MPEG-TS above all, are put into MP4 as they are coded.
const played: Record<string, string> = { MP4: "video/mp4", WebM: "video/webm" };

/**
 * Makes of a film a file that a browser plays; one that it plays already stays as it is.
 *
 * @throws YieldError where the bytes are no film, or one that browsers do not play
 * @example const { data, type, duration } = await readFilmFile(await readFile("film.ts"));
 */
export async function readFilmFile(
  bytes: Uint8Array,
  options: DemuxerOptions = {},
): Promise<FilmFile> {
  const demuxer = createDemuxer(options);
  try {
    // The demuxer is given the bytes for good. `slice` of a Node Buffer would not copy them.
    const film = await demuxer.demux(new Uint8Array(bytes));
    const { format, video, sound } = film;
    const tracks = sound ? [video, sound] : [video];
    const times = tracks.map(({ packets }) => latestEnd(packets));
    if (video.packets.length === 0) throw new YieldError(filmExpected, "one without any picture");
    const start = earliestStart(video.packets);
    const container = played[format];
    if (container === undefined) {
      return {
        data: await writeMp4File(film, start),
        type: mp4Type(tracks),
        duration: Math.max(...times) - start,
      };
    }
    const codecs = mp4Type(tracks).replace("video/mp4", container);
    return { data: bytes, type: codecs, duration: Math.max(...times) - Math.max(0, start) };
  } finally {
    demuxer.close();
  }
}

/** Its index in front, so that it plays before all of it has come. */
async function writeMp4File({ video, sound }: DemuxedFilm, start: number): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const adders = [video, ...(sound ? [sound] : [])].map((track) => {
    // `addTrack` writes times by the clock of chunks, which a file of its own does not need.
    return addTrack(output, { ...track, packets: moved(track.packets, -start) }, 0);
  });
  await output.start();
  for (const add of adders) await add();
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}
