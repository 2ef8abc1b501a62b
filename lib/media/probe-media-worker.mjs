/*
 * Looks what a file of sound or video holds, in a thread of its own: a hostile file can keep a demuxer
 * busy for minutes, and a thread can be ended. Plain JavaScript, since Node starts it as it is.
 */
import { stat } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import {
  ADTS,
  FilePathSource,
  FLAC,
  Input,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from "mediabunny";

// Not ALL_FORMATS: a playlist would have other files read, and other addresses fetched.
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, OGG, FLAC, MP3, ADTS, MPEG_TS];

// To count what a file holds takes about 0.1 s a megabyte; of a longer one its header is believed. Not of
// MP4, whose boxes say it within a second: the header of one in fragments is written before they are.
const mostCountedBytes = 8 * 2 ** 20;

/** @param {string} path */
async function probe(path) {
  const input = new Input({ formats, source: new FilePathSource(path) });
  const video = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  const tracks = [video, sound].filter((track) => track !== null);
  if (tracks.length === 0) throw new Error("There is neither sound nor video in it.");
  // What is given is how long it lasts, wherever its clock begins.
  const start = await input.getFirstTimestamp(tracks);
  const format = await input.getFormat();
  const isCounted =
    format === MP4 || format === QTFF || (await stat(path)).size <= mostCountedBytes;
  const said = isCounted ? null : await input.getDurationFromMetadata(tracks);
  const end = said ?? (await input.computeDuration(tracks));
  const container = format.mimeType.toLowerCase();
  return {
    mimeType: container.replace(/^(video|application)(?=\/)/, video ? "video" : "audio"),
    duration: end - Math.max(start, 0),
    ...(video && {
      width: await video.getDisplayWidth(),
      height: await video.getDisplayHeight(),
    }),
    ...(sound && {
      sampleRate: await sound.getSampleRate(),
      channels: await sound.getNumberOfChannels(),
    }),
  };
}

/** @type {{ path: string }} */
const { path } = workerData;
// What a file does to its reader is the file's fault. Whoever asked says that it cannot be read.
parentPort?.postMessage(await probe(path).catch(() => null));
