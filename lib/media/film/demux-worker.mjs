/*
 * Takes films apart, in a thread of its own: a hostile file can keep a demuxer busy for minutes without
 * once letting go of the thread, and a thread can be ended. Plain JavaScript, since Node starts it as it
 * is. `demux.ts` speaks with it.
 */
import { parentPort } from "node:worker_threads";
import {
  BufferSource,
  EncodedPacketSink,
  Input,
  Logging,
  MATROSKA,
  MP4,
  MPEG_TS,
  QTFF,
  WEBM,
} from "mediabunny";

// Not ALL_FORMATS: a playlist would have other files read, and other addresses fetched.
const formats = [MP4, QTFF, WEBM, MATROSKA, MPEG_TS];
// No film of 64 MiB has more; headers may say anything.
const mostPackets = 500_000;

// What is wrong with a file is said to whom it belongs, not to who runs the server.
Logging.level = 0;

/** @param {Uint8Array} bytes */
async function demux(bytes) {
  const input = new Input({ formats, source: new BufferSource(bytes) });
  const video = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  const tracks = [];
  const pieces = [];
  let size = 0;
  let count = 0;
  for (const track of [video, sound]) {
    if (!track) continue;
    const codec = await track.getCodec();
    const internal = await track.getInternalCodecId();
    const config = codec === null ? null : await track.getDecoderConfig();
    const packets = [];
    if (config) {
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const { data, type, timestamp, duration } = packet;
        packets.push([type === "key", timestamp, duration, size, data.byteLength]);
        pieces.push(data);
        size += data.byteLength;
        // Entries of a table may all point at the same bytes.
        if (++count > mostPackets || size > 2 * bytes.byteLength) throw new Error("It is a bomb.");
      }
    }
    tracks.push({
      kind: track.type,
      codec: codec ?? String(internal ?? "unknown"),
      config,
      rotation: track.isVideoTrack() ? await track.getRotation() : 0,
      packets,
    });
  }
  const format = (await input.getFormat()).name;
  input.dispose();
  const data = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    data.set(piece, at);
    at += piece.byteLength;
  }
  return { format, tracks, data };
}

parentPort?.on("message", async (bytes) => {
  try {
    const film = await demux(bytes);
    parentPort?.postMessage({ film }, [film.data.buffer]);
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
});
