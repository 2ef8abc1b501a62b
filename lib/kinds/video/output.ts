import {
  bytesOfChunks,
  chunkPieces,
  type LoggedChunks,
  type MediaChunk,
  mergeChunks,
  sizeOfChunks,
} from "../../media/chunks";
import { filmExpected } from "../../media/film/demux";
import { createFilm, type FilmChunk } from "../../media/film/film";
import { readFilmFile } from "../../media/film/film-file";
import { isBytesLike, readBytes } from "../../media/read-bytes";
import type { OutputKind, OutputWriter, WriterContext } from "../kind";
import { YieldError } from "../yield-error";
import type { VideoOutputOptions } from "./index";

/** What the log keeps of video. */
export interface LoggedVideo extends LoggedChunks {
  readonly kind: "video";
}

// What a log holds must be plain enough for JSON, which has no Infinity.
const all = Number.MAX_SAFE_INTEGER;

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
    return logged(kept, keep);
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
      const { data, type, duration } = await readFilmFile(await read(value, context));
      const chunk: MediaChunk = {
        index: 0,
        id: await context.keepBytes(data, type),
        bytes: data.byteLength,
        type,
        start: 0,
        duration,
        lead: 0,
        tail: 0,
        continues: false,
        initBytes: 0,
        init: "",
      };
      return { ...logged([chunk], keep), reset: true };
    },
  };
}

async function read(value: unknown, { readableFolders }: WriterContext): Promise<Uint8Array> {
  if (isBytesLike(value)) return readBytes(value, { folders: readableFolders });
  throw new YieldError(`${filmExpected}, as bytes, a path or a Blob`, { value });
}

function logged(chunks: readonly MediaChunk[], keep: VideoOutputOptions["keep"]): LoggedVideo {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const most = typeof keep === "number" ? keep : all;
  return { kind: "video", chunks, bytes, reset: false, keep: most };
}
