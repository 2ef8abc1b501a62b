import { registerFlacEncoder } from "@mediabunny/flac-encoder";
import {
  AudioSample,
  AudioSampleSource,
  BufferTarget,
  canEncodeAudio,
  Mp4OutputFormat,
  Output,
} from "mediabunny";
import { type CodedTrack, chunkEpoch, readMp4Chunk } from "../mp4-chunk";
import type { ReadChunk } from "../own-packets";
import { readWavLayout, type WavLayout } from "../wav-layout";

let registered = false;

/**
 * Codes samples as FLAC, without loss: 16 bits where they have no more, else 24, of which floats from -1
 * to 1 have no more either.
 *
 * @param chunks WAV of one format, behind one another
 * @returns `undefined` where FLAC is not coded here at such a rate
 */
export async function flacTracks(chunks: readonly ReadChunk[]): Promise<CodedTrack[] | undefined> {
  const [first] = chunks;
  if (!first) return undefined;
  if (!registered) registerFlacEncoder();
  registered = true;
  const layout = readWavLayout(first.data);
  const { rate, channels } = layout;
  if (!(await canEncodeAudio("flac", { sampleRate: rate, numberOfChannels: channels }))) {
    return undefined;
  }
  const target = new BufferTarget();
  const format = new Mp4OutputFormat({ fastStart: "fragmented", minimumFragmentDuration: 1e9 });
  const output = new Output({ format, target });
  const source = new AudioSampleSource({ codec: "flac" });
  output.addAudioTrack(source);
  await output.start();
  const samples = chunks.map(({ data }) => {
    const { start, end } = readWavLayout(data);
    return data.subarray(start, end);
  });
  const sample = new AudioSample({
    ...toSamples(layout, Buffer.concat(samples)),
    sampleRate: rate,
    numberOfChannels: channels,
    timestamp: first.chunk.start + chunkEpoch,
  });
  await source.add(sample);
  sample.close();
  await output.finalize();
  const tracks = await readMp4Chunk(new Uint8Array(target.buffer ?? new ArrayBuffer(0)));
  return tracks.map(withoutComments);
}

// "fLaC", then the block that says how samples lie, of 34 bytes behind its head.
const streamInfoEnd = 42;
const lastBlock = 0x80;

/** Leaves out what the coder says of itself, which some players warn about. */
function withoutComments(track: CodedTrack): CodedTrack {
  const given = track.config.description;
  if (track.kind !== "audio" || !(given instanceof Uint8Array)) return track;
  const description = given.slice(0, streamInfoEnd);
  description[4] = lastBlock;
  return { ...track, config: { ...track.config, description } };
}

/** Samples in one of the formats that the coder takes. */
function toSamples({ float, bits }: WavLayout, bytes: Buffer) {
  const count = Math.floor(bytes.length / (bits / 8));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (float) {
    const read = bits === 64 ? view.getFloat64.bind(view) : view.getFloat32.bind(view);
    const data = Float32Array.from({ length: count }, (_, at) => read((at * bits) / 8, true));
    return { data, format: "f32" as const };
  }
  if (bits === 8) return { data: new Uint8Array(bytes), format: "u8" as const };
  if (bits === 16) {
    const data = Int16Array.from({ length: count }, (_, at) => view.getInt16(at * 2, true));
    return { data, format: "s16" as const };
  }
  const data = Int32Array.from({ length: count }, (_, at) =>
    bits === 24 ? bytes.readIntLE(at * 3, 3) << 8 : view.getInt32(at * 4, true),
  );
  return { data, format: "s32" as const };
}
