import {
  bytesOfChunks,
  chunkPieces,
  type LoggedChunks,
  loggedChunks,
  type MediaChunk,
  mergeChunks,
  sizeOfChunks,
  wholeFile,
} from "../../media/chunks";
import { filmExpected } from "../../media/film/demux";
import { createFilm, type FilmChunk } from "../../media/film/film";
import { isBytesLike, readBytes } from "../../media/read-bytes";
import type { OutputKind, OutputWriter, WriterContext } from "../kind";
import { YieldError } from "../yield-error";
import type { VideoOutputOptions } from "./index";

/** What the log keeps of video. */
export interface LoggedVideo extends LoggedChunks {
  readonly kind: "video";
}

export const videoOutput: OutputKind<VideoOutputOptions, LoggedVideo> = {
  faults: () => [],
  writer: (options, context) =>
    options.streaming ? streamWriter(options, context) : fileWriter(options, context),
  merge: mergeChunks,
  size: sizeOfChunks,
  bytes: bytesOfChunks,
  pieces: chunkPieces,
};

/** Each yield is put behind those before. */
function streamWriter(
  { keep }: VideoOutputOptions,
  context: WriterContext,
): OutputWriter<LoggedVideo> {
  const film = createFilm();

  async function store(chunks: readonly FilmChunk[]): Promise<LoggedVideo> {
    const kept: MediaChunk[] = [];
    for (const { data, ...chunk } of chunks) {
      kept.push({ ...chunk, id: await context.keepBytes(data, chunk.type) });
    }
    return loggedChunks("video", kept, keep);
  }

  return {
    write: async (value) => store(await film.add(await read(value, context))),
    async end() {
      const chunks = await film.end();
      return chunks.length > 0 ? store(chunks) : undefined;
    },
    close: () => film.close(),
  };
}

/** Each yield replaces the one before. */
function fileWriter(
  { keep }: VideoOutputOptions,
  context: WriterContext,
): OutputWriter<LoggedVideo> {
  return {
    async write(value) {
      const { readFilmFile } = await import("../../media/film/film-file");
      const { data, type, duration } = await readFilmFile(await read(value, context));
      const id = await context.keepBytes(data, type);
      const chunk = wholeFile({ id, bytes: data.byteLength, type, duration });
      return { ...loggedChunks("video", [chunk], keep), reset: true };
    },
  };
}

async function read(value: unknown, { readableFolders }: WriterContext): Promise<Uint8Array> {
  if (isBytesLike(value)) return readBytes(value, { folders: readableFolders });
  throw new YieldError(`${filmExpected}, as bytes, a path or a Blob`, { value });
}
