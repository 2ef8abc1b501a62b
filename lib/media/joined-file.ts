import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FlacOutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WebMOutputFormat,
} from "mediabunny";
import type { JoinedForm } from "./joined-form";
import { lameTag } from "./lame-tag";
import type { CodedPacket, CodedTrack } from "./mp4-chunk";
import { ownPackets, type ReadChunk } from "./own-packets";
import { renumberFlac } from "./renumber-flac";

/**
 * Joins coded chunks of one `init` to one file. Nothing is coded anew. A coder's delay at its front and
 * padding at its end are marked as the container can: MP4 by an edit list, MP3 by LAME's tag, Ogg by
 * its own count of samples.
 */
export async function joinCoded(
  chunks: readonly ReadChunk[],
  { ending }: JoinedForm,
): Promise<Uint8Array> {
  const [first] = chunks;
  const last = chunks.at(-1);
  if (!first || !last) throw new Error("A file is joined of at least one chunk.");
  const origin = first.chunk.start;
  const heard = last.chunk.start + last.chunk.duration - origin;
  const tracks = (await ownPackets(chunks, { edges: true })).map((track) => ({
    ...track,
    packets: track.packets.map((packet) => ({ ...packet, start: packet.start - origin })),
  }));
  if (ending === "mp3") return joinMp3(tracks, { lead: first.chunk.lead, heard });
  const cut = tracks.map((track) => (track.kind === "audio" ? cutAt(track, heard) : track));
  return mux(formatOf(ending), ending === "flac" ? cut.map(asOneFlac) : cut);
}

function asOneFlac(track: CodedTrack): CodedTrack {
  const frames = renumberFlac(track.packets.map(({ data }) => data));
  const packets = track.packets.map((packet, at) => ({
    ...packet,
    data: frames[at] ?? packet.data,
  }));
  return { ...track, packets };
}

function joinMp3(
  [track]: CodedTrack[],
  { lead, heard }: { lead: number; heard: number },
): Uint8Array {
  if (track?.kind !== "audio") throw new Error("A file of MP3 has a track of sound.");
  const frames = track.packets.map(({ data }) => data);
  const rate = track.config.sampleRate;
  const decoded = track.packets.reduce((sum, { duration }) => sum + duration, 0);
  const tail = (decoded - lead - heard) * rate;
  // Without a lead nobody knows of a coder's delay, and a tag would make players cut off sound.
  const tag = lameTag({ frames, silent: lead > 0 ? { lead: lead * rate, tail } : undefined });
  return Buffer.concat(tag ? [tag, ...frames] : frames);
}

/** Leaves out what lies behind the end; a packet that it lies in says that it is shorter. */
function cutAt(track: CodedTrack, end: number): CodedTrack {
  const packets: CodedPacket[] = [];
  for (const packet of track.packets) {
    const left = end - packet.start;
    if (left > 5e-7) packets.push({ ...packet, duration: Math.min(packet.duration, left) });
  }
  return { ...track, packets };
}

function formatOf(ending: JoinedForm["ending"]): OutputFormat {
  switch (ending) {
    case "ogg":
      return new OggOutputFormat();
    case "flac":
      return new FlacOutputFormat();
    case "webm":
      return new WebMOutputFormat();
    default:
      // What a player has to know stands in front, so that it begins before all has come.
      return new Mp4OutputFormat({ fastStart: "in-memory" });
  }
}

async function mux(format: OutputFormat, tracks: readonly CodedTrack[]): Promise<Uint8Array> {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const adders = tracks.map((track) => addTrack(output, track));
  await output.start();
  const places = tracks.map(() => 0);
  for (;;) {
    // The earliest first, so that pictures and their sound lie near one another.
    let next = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (const [number, { packets }] of tracks.entries()) {
      const start = packets[places[number] ?? 0]?.start ?? Number.POSITIVE_INFINITY;
      if (start < earliest) [next, earliest] = [number, start];
    }
    const place = places[next];
    const packet = place === undefined ? undefined : tracks[next]?.packets[place];
    if (place === undefined || !packet) break;
    places[next] = place + 1;
    await adders[next]?.(packet);
  }
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

function addTrack(output: Output, track: CodedTrack): (packet: CodedPacket) => Promise<void> {
  const encoded = ({ data, key, start, duration }: CodedPacket) =>
    new EncodedPacket(data, key ? "key" : "delta", start, duration);
  if (track.kind === "audio") {
    const source = new EncodedAudioPacketSource(track.codec);
    output.addAudioTrack(source);
    return (packet) => source.add(encoded(packet), { decoderConfig: track.config });
  }
  const source = new EncodedVideoPacketSource(track.codec);
  output.addVideoTrack(source);
  return (packet) => source.add(encoded(packet), { decoderConfig: track.config });
}
