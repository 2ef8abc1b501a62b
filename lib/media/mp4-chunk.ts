import { createHash } from "node:crypto";
import {
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  type Rotation,
  type VideoCodec,
} from "mediabunny";

/** One coded picture, or some milliseconds of coded sound. */
export interface CodedPacket {
  readonly data: Uint8Array;
  /** Whether it can be decoded without those before it. */
  readonly key: boolean;
  /** When it is shown or heard on the output's own clock, in seconds; may lie before 0. */
  readonly start: number;
  /** In seconds. */
  readonly duration: number;
}

interface CodedBase {
  /** In the order in which they are decoded. */
  readonly packets: readonly CodedPacket[];
  /**
   * For H.264 in Annex B and AAC in ADTS, as MPEG-TS has them, whose `config` has no description: a
   * packet that carries it, where the first of `packets` does not.
   */
  readonly priming?: Uint8Array | undefined;
}

export interface CodedAudio extends CodedBase {
  readonly kind: "audio";
  readonly codec: AudioCodec;
  readonly config: AudioDecoderConfig;
}

export interface CodedVideo extends CodedBase {
  readonly kind: "video";
  readonly codec: VideoCodec;
  readonly config: VideoDecoderConfig;
  /** By how many degrees it is turned clockwise to be shown, as a phone's films are. */
  readonly rotation?: Rotation | undefined;
}

export type CodedTrack = CodedAudio | CodedVideo;

/** A chunk's file. */
export interface Mp4Chunk {
  readonly data: Uint8Array;
  /** How many of its bytes are the initialisation part (`ftyp` and `moov`). */
  readonly initBytes: number;
  /** A name of that part: 16 hexadecimal digits. */
  readonly init: string;
  /** Such as `video/mp4; codecs="avc1.64001e, mp4a.40.2"`, as `MediaSource.isTypeSupported` takes it. */
  readonly type: string;
}

/**
 * What a file's clock shows when the output's own shows 0, in seconds. The sound of a first chunk begins
 * before 0 by its coder's delay, and MP4 in fragments has no time below 0 but by an edit list, which
 * would give that chunk an initialisation part of its own. A player takes it off again:
 * `sourceBuffer.timestampOffset = -chunkEpoch`.
 */
export const chunkEpoch = 1;

/**
 * Writes packets as MP4 of one fragment: an initialisation part, one `moof` and one `mdat`. Nothing is
 * coded again. Equal configurations give the same initialisation part, byte by byte, so the fragments of
 * many chunks can be put behind one of them. No more than a second may lie before the clock's 0.
 *
 * @throws where mediabunny cannot put the codec into MP4, or a packet lies before -1 s
 * @example
 * const track = { kind: "audio", codec: "mp3", config, packets } as const;
 * const { data, initBytes, init, type } = await writeMp4Chunk([track]);
 */
export async function writeMp4Chunk(tracks: readonly CodedTrack[]): Promise<Mp4Chunk> {
  const target = new BufferTarget();
  // One fragment, however long it is.
  const format = new Mp4OutputFormat({ fastStart: "fragmented", minimumFragmentDuration: 1e9 });
  const output = new Output({ format, target });
  const adders = tracks.map((track) => addTrack(output, track));
  await output.start();
  for (const add of adders) await add();
  await output.finalize();

  const written = new Uint8Array(target.buffer ?? new ArrayBuffer(0));
  let initBytes = 0;
  let end = 0;
  for (const { type, start, next } of boxes(written, 0, written.length)) {
    if (type === "moov") {
      clearTimes(written, start, next);
      initBytes = next;
    }
    if (type === "moof") markDeltas(written, { start, next }, tracks);
    // Behind it lies an index of this file (`mfra`), which is wrong once chunks are put together.
    if (type === "mdat") end = next;
  }
  const data = written.slice(0, Math.max(initBytes, end));
  const hash = createHash("sha256").update(data.subarray(0, initBytes));
  return { data, initBytes, init: hash.digest("hex").slice(0, 16), type: mp4Type(tracks) };
}

/**
 * Reads what `writeMp4Chunk` wrote: its tracks with their packets, on the output's own clock again.
 *
 * @example const [track] = await readMp4Chunk(data);
 */
export async function readMp4Chunk(data: Uint8Array): Promise<CodedTrack[]> {
  const input = new Input({ source: new BufferSource(data), formats: [MP4] });
  try {
    const tracks: CodedTrack[] = [];
    for (const track of await input.getTracks()) {
      const packets: CodedPacket[] = [];
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const { data, type, timestamp, duration } = packet;
        packets.push({ data, key: type === "key", start: timestamp - chunkEpoch, duration });
      }
      if (track.isVideoTrack()) {
        const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
        const rotation = await track.getRotation();
        if (codec && config) tracks.push({ kind: "video", codec, config, rotation, packets });
      } else if (track.isAudioTrack()) {
        const [codec, config] = [await track.getCodec(), await track.getDecoderConfig()];
        if (codec && config) tracks.push({ kind: "audio", codec, config, packets });
      }
    }
    return tracks;
  } finally {
    input.dispose();
  }
}

/**
 * The type of MP4 with these tracks, the picture's codec first.
 *
 * @example mp4Type([{ kind: "audio", config: { codec: "mp3" } }]) // audio/mp4; codecs="mp4a.6B"
 */
export function mp4Type(tracks: readonly Pick<CodedTrack, "kind" | "config">[]): string {
  const sorted = tracks.toSorted((a, b) => b.kind.localeCompare(a.kind));
  // Browsers know MP3 in MP4 by its object type only: https://mp4ra.org/registered-types/object-types
  const codecs = sorted.map(({ config }) => (config.codec === "mp3" ? "mp4a.6B" : config.codec));
  return `${sorted[0]?.kind ?? "audio"}/mp4; codecs="${codecs.join(", ")}"`;
}

/**
 * Adds a track to an output of any format, and gives what adds its packets once the output has begun.
 *
 * @param epoch what is added to their times, in seconds
 */
export function addTrack(
  output: Output,
  track: CodedTrack,
  epoch = chunkEpoch,
): () => Promise<void> {
  const packets = track.packets.map(
    ({ data, key, start, duration }, at) =>
      // mediabunny takes no track that begins amid a group of pictures; its mark is set right later.
      new EncodedPacket(data, key || at === 0 ? "key" : "delta", start + epoch, duration),
  );
  // All is said before the first packet, so that a track without packets has its place too.
  const priming = track.priming ?? track.packets[0]?.data;
  const more = priming && { primingPacket: new EncodedPacket(priming, "key", 0, 0) };
  if (track.kind === "audio") {
    const source = new EncodedAudioPacketSource(track.codec);
    output.addAudioTrack(source, { decoderConfig: track.config, ...more });
    return async () => {
      for (const packet of packets) await source.add(packet, { decoderConfig: track.config });
    };
  }
  const source = new EncodedVideoPacketSource(track.codec);
  const turned = track.rotation ? { rotation: track.rotation } : {};
  output.addVideoTrack(source, { decoderConfig: track.config, ...turned, ...more });
  return async () => {
    for (const packet of packets) await source.add(packet, { decoderConfig: track.config });
  };
}

const headers = new Set(["mvhd", "tkhd", "mdhd"]);
const containers = new Set(["trak", "mdia"]);

/** Clears when the file was made, which would make every chunk's initialisation part differ. */
function clearTimes(data: Uint8Array, from: number, to: number): void {
  for (const { type, start, next } of boxes(data, from, to)) {
    if (containers.has(type)) clearTimes(data, start, next);
    // Version and flags, then two times, of 8 bytes each from version 1 on.
    if (headers.has(type)) data.fill(0, start + 4, start + 4 + (data[start] === 0 ? 8 : 16));
  }
}

/** Marks first packets that are no key packets, which mediabunny has been told that they are. */
function markDeltas(
  data: Uint8Array,
  moof: Omit<Box, "type">,
  tracks: readonly CodedTrack[],
): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const delta = 0x01010000;
  for (const traf of boxes(data, moof.start, moof.next)) {
    if (traf.type !== "traf") continue;
    const inside = new Map([...boxes(data, traf.start, traf.next)].map((box) => [box.type, box]));
    const head = inside.get("tfhd")?.start ?? 0;
    const run = inside.get("trun")?.start ?? 0;
    // mediabunny counts tracks from 1, in the order in which they were added.
    if (tracks[view.getUint32(head + 4) - 1]?.packets[0]?.key !== false) continue;
    const flags = view.getUint32(run);
    // ISO 14496-12, 8.8.8: flags of the first packet, flags of each, else the track's own.
    if (flags & 0x4) view.setUint32(run + 12, delta);
    else if (flags & 0x400) {
      view.setUint32(run + 12 + (flags & 0x100 ? 4 : 0) + (flags & 0x200 ? 4 : 0), delta);
    } else if (view.getUint32(run + 4) === 1) view.setUint32(head + 16, delta);
  }
}

interface Box {
  readonly type: string;
  /** Where its content begins, and where the next box does. */
  readonly start: number;
  readonly next: number;
}

/** The boxes of what mediabunny wrote; they are well-formed. */
function* boxes(data: Uint8Array, from: number, to: number): Generator<Box> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = from; at + 8 <= to; ) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    const large = size === 1;
    const next = at + (large ? Number(view.getBigUint64(at + 8)) : size);
    yield { type, start: at + (large ? 16 : 8), next };
    at = next;
  }
}
