import type { CodedFormat, CodedSound, SoundCodec, SoundPacket } from "./sound";

/** Packets that become one chunk. Lengths are in samples. */
export interface Cut {
  readonly format: CodedFormat;
  readonly packets: readonly SoundPacket[];
  /** What they decode to is `lead`, then `heard`, then `tail`. */
  readonly lead: number;
  readonly heard: number;
  readonly tail: number;
  readonly continues: boolean;
}

/** Cuts coded sound into chunks. */
export interface PacketCutter {
  /** Takes sound, and gives what ends with it or before it. */
  add(sound: CodedSound): Cut[];
  /** What waits, where it is enough for a chunk. */
  ready(): Cut[];
  /** What was held back, where the sound does not go on. */
  flush(): Cut[];
}

/** Chunks are not longer, in seconds: a playlist promises it before they are known. */
export const longestChunk = 6;

// In seconds; what is shorter would be over before the next chunk has come.
const shortestFirst = 0.01;

// Packets have lengths of their own, so that a chunk is longer than planned by up to one of them.
const plannedLongest = 5.8;

/**
 * How long a chunk has to be, in seconds, for a decoder to come into its stride on it: the next one is
 * decoded behind this one and sounds as if all before had been decoded. A frame of MP3 uses the bytes of
 * up to six frames before it. Opus is said to need 80 ms (RFC 7845, section 4.6), behind which it was
 * still up to 38 % of the tone off here; behind 240 ms, 0.2 %.
 */
const shortestRunUp: Record<SoundCodec, number> = {
  mp3: 0.15,
  aac: 0.08,
  opus: 0.24,
  vorbis: 0.08,
  flac: 0,
};

export function createPacketCutter(): PacketCutter {
  let format: CodedFormat | undefined;
  let waiting: SoundPacket[] = [];
  /** How many samples wait. */
  let length = 0;
  let lead = 0;
  /** How many samples are yet to be heard, as far as the file says. */
  let left: number | undefined;
  let continues = false;

  function give(): Cut[] {
    if (!format || waiting.length === 0) return [];
    const cuts: Cut[] = [];
    for (const packets of parts(waiting, length, format.rate)) {
      const decoded = packets.reduce((sum, { samples }) => sum + samples, 0);
      const behind = Math.max(0, decoded - lead);
      const heard = Math.max(0, Math.min(behind, left ?? behind));
      if (left !== undefined) left -= heard;
      if (heard > 0) cuts.push({ format, packets, lead, heard, tail: behind - heard, continues });
      lead = Math.max(0, lead - decoded);
      continues ||= heard > 0;
      if (heard > 0) lead = 0;
    }
    waiting = [];
    length = 0;
    return cuts;
  }

  return {
    add(sound) {
      const cuts: Cut[] = [];
      if (sound.begins) {
        cuts.push(...give());
        lead = sound.begins.lead;
        left = sound.begins.heard;
        continues = false;
      }
      format = sound.format;
      for (const packet of sound.packets) {
        // All that is far from being heard only costs a decoder's time.
        if (lead - packet.samples > format.rate / 2) {
          lead -= packet.samples;
          continue;
        }
        waiting.push(packet);
        length += packet.samples;
      }
      if (sound.ends) left = length - lead - sound.ends.tail;
      if (sound.ends) cuts.push(...give());
      return cuts;
    },
    ready() {
      if (!format) return [];
      const enough = continues ? shortestRunUp[format.codec] : lead / format.rate + shortestFirst;
      return length >= enough * format.rate ? give() : [];
    },
    flush: give,
  };
}

/** Parts of about the same length, none longer than a chunk may be. */
function parts(packets: SoundPacket[], length: number, rate: number): SoundPacket[][] {
  const count = Math.ceil(length / (plannedLongest * rate));
  if (count <= 1) return [packets];
  const all: SoundPacket[][] = [];
  let part: SoundPacket[] = [];
  let reached = 0;
  for (const packet of packets) {
    part.push(packet);
    reached += packet.samples;
    if (reached >= ((all.length + 1) * length) / count) {
      all.push(part);
      part = [];
    }
  }
  if (part.length > 0) all.push(part);
  return all;
}
