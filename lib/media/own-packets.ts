import type { MediaChunk } from "./chunks";
import { type CodedAudio, type CodedPacket, type CodedTrack, readMp4Chunk } from "./mp4-chunk";
import { readVorbis } from "./sound/vorbis";

export interface ReadChunk {
  readonly chunk: MediaChunk;
  readonly data: Uint8Array;
}

export interface OwnPacketsOptions {
  /** Keeps the packets before the first chunk's own time, and behind the last one's. */
  readonly edges: boolean;
}

/**
 * The packets of chunks of one `init`, behind one another on the output's clock. Sound that was coded in
 * several files overlaps at their joins, by a coder's delay and padding: there those packets are left
 * out that would be heard twice, so that the rest stands where it belongs, to half a packet (13 ms).
 */
export async function ownPackets(
  chunks: readonly ReadChunk[],
  { edges }: OwnPacketsOptions,
): Promise<CodedTrack[]> {
  const read = await Promise.all(chunks.map(({ data }) => readMp4Chunk(data)));
  return (read[0] ?? []).map((track, place) => {
    const parts = chunks.map(({ chunk }, at) => ({
      from: edges && at === 0 ? Number.NEGATIVE_INFINITY : chunk.start,
      until: edges && at === chunks.length - 1 ? Number.POSITIVE_INFINITY : endOf(chunk),
      packets: read[at]?.[place]?.packets ?? [],
    }));
    const packets =
      track.kind === "audio"
        ? withoutOverlaps(parts, lengthIn(track))
        : parts.flatMap((part) => part.packets);
    return { ...track, packets };
  });
}

interface Part {
  readonly from: number;
  readonly until: number;
  readonly packets: readonly CodedPacket[];
}

// For what adding up seconds does to the last digits.
const little = 1e-6;

/** How long a packet is behind another one, in seconds. */
type Length = (packet: CodedPacket, before: CodedPacket | undefined) => number;

function lengthIn({ config }: CodedAudio): Length {
  const { description } = config;
  if (config.codec !== "vorbis" || !(description instanceof Uint8Array)) {
    return ({ duration }) => duration;
  }
  // The first one of a file, which adds nothing there, does so behind another file.
  const samplesOf = readVorbis(description);
  return (packet, before) =>
    before ? samplesOf(packet.data, before.data) / config.sampleRate : packet.duration;
}

function withoutOverlaps(parts: readonly Part[], lengthOf: Length): CodedPacket[] {
  const kept: CodedPacket[] = [];
  let end: number | undefined;
  /** Half of the packet that was left out last at an end. */
  let rest = 0;
  for (const { from, until, packets } of parts) {
    let begun = false;
    for (const packet of packets) {
      const duration = lengthOf(packet, kept.at(-1));
      const half = duration / 2 + little;
      if (!begun && packet.start < (end ?? from) - half) continue;
      if ((end ?? from) > until - half + 2 * little) {
        rest = half;
        break;
      }
      begun = true;
      // At the end of the one before, unless nothing is to be heard in between.
      const slack = Math.max(half, rest);
      const start: number = end === undefined || packet.start > end + slack ? packet.start : end;
      kept.push({ ...packet, start, duration });
      end = start + duration;
    }
  }
  return kept;
}

function endOf({ start, duration }: MediaChunk): number {
  return start + duration;
}
