import {
  bytesOfChunks,
  chunkPieces,
  type LoggedChunks,
  loggedChunks,
  mergeChunks,
  sizeOfChunks,
  wholeFile,
} from "../../media/chunks";
import { isBytesLike, readBytes } from "../../media/read-bytes";
import { createSoundJoiner, soundExpected } from "../../media/sound/join-sound";
import { isPcmLike, readPcm } from "../../media/sound/read-pcm";
import { createSoundChunks } from "../../media/sound/sound-chunks";
import { readSoundFile } from "../../media/sound/sound-file";
import type { OutputKind, OutputWriter, WriterContext } from "../kind";
import { YieldError } from "../yield-error";
import type { AudioOutputOptions } from "./index";

/** What the log keeps of sound. */
export interface LoggedAudio extends LoggedChunks {
  readonly kind: "audio";
}

export const audioOutput: OutputKind<AudioOutputOptions, LoggedAudio> = {
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
  { keep }: AudioOutputOptions,
  { keepBytes, readableFolders }: WriterContext,
): OutputWriter<LoggedAudio> {
  const joiner = createSoundJoiner();
  const sounds = createSoundChunks({ keepBytes });
  return {
    async write(value) {
      if (isPcmLike(value)) {
        const sound = readPcm(value);
        const before = await sounds.add(await joiner.finish());
        return loggedChunks("audio", [...before, ...(await sounds.add([sound]))], keep);
      }
      if (!isBytesLike(value)) throw new YieldError(soundExpected, { value });
      const bytes = await readBytes(value, { folders: readableFolders });
      return loggedChunks("audio", await sounds.add(await joiner.push(bytes)), keep);
    },
    async end() {
      const last = await sounds.add(await joiner.finish());
      const chunks = [...last, ...(await sounds.end())];
      return chunks.length > 0 ? loggedChunks("audio", chunks, keep) : undefined;
    },
    close: () => joiner.close(),
  };
}

/** Each yield replaces the one before, and is kept as it was yielded. */
function fileWriter(
  { keep }: AudioOutputOptions,
  { keepBytes, readableFolders }: WriterContext,
): OutputWriter<LoggedAudio> {
  return {
    async write(value) {
      if (!isPcmLike(value) && !isBytesLike(value)) throw new YieldError(soundExpected, { value });
      const file = await readSoundFile(
        isPcmLike(value) ? readPcm(value) : await readBytes(value, { folders: readableFolders }),
      );
      const { data, type, duration } = file;
      const id = await keepBytes(data, type);
      const chunk = wholeFile({ id, bytes: data.byteLength, type, duration });
      return { ...loggedChunks("audio", [chunk], keep), reset: true };
    },
  };
}
