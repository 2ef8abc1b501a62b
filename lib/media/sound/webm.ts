import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";
import { readEbml, readEbmlHead, readUnsigned } from "./ebml";
import { frameBytes } from "./pcm-format";
import type { CodedSound, Sound, SoundPacket, SoundReader } from "./sound";
import { readWebmBlock } from "./webm-block";
import { readWebmTrack, type WebmTrack } from "./webm-track";

const segment = 0x18538067;
const information = 0x1549a966;
const tracks = 0x1654ae6b;
const cluster = 0x1f43b675;
const clusterTime = 0xe7;
const simpleBlock = 0xa3;
const blockGroup = 0xa0;

/** Those whose content is looked through as if it stood beside them: their own size need not be known. */
const entered = new Set([segment, cluster]);
/** Those that are read as a whole, with the most bytes that they may have. */
const read = new Map([
  [information, 2 ** 20],
  [tracks, 4 * 2 ** 20],
  [clusterTime, 8],
  [simpleBlock, 4 * 2 ** 20],
  [blockGroup, 4 * 2 ** 20],
]);

/** Reads WebM and Matroska, also while it is recorded and no size is known. */
export function createWebmReader(): SoundReader {
  const queue = createByteQueue();
  let track: WebmTrack | undefined;
  let begun = false;
  /** How many bytes of the file came, were read, and are there, as far as it says. */
  let came = 0;
  let at = 0;
  let whole = Number.POSITIVE_INFINITY;
  let nanosPerTick = 1e6;
  let clusterTicks = 0;
  /** A packet whose length is known once the next one has come. */
  let open: { data: Uint8Array; start: number } | undefined;
  let length = 0;

  function readElement(id: number, content: Uint8Array, sounds: Sound[]): void {
    if (id === information) {
      for (const { id, content: value } of readEbml(content)) {
        if (id === 0x2ad7b1) nanosPerTick = readUnsigned(value) || 1e6;
      }
    } else if (id === tracks) {
      track ??= readWebmTrack(content);
    } else if (id === clusterTime) {
      clusterTicks = readUnsigned(content);
    } else if (id === simpleBlock) {
      readBlock(content, 0, sounds);
    } else if (id === blockGroup) {
      let padding = 0;
      for (const { id, content: value } of readEbml(content)) {
        if (id === 0x75a2 && ((value[0] ?? 0) & 0x80) === 0) padding = readUnsigned(value);
      }
      for (const { id, content: value } of readEbml(content)) {
        if (id === 0xa1) readBlock(value, padding, sounds);
      }
    }
  }

  function readBlock(bytes: Uint8Array, padding: number, sounds: Sound[]): void {
    const block = readWebmBlock(bytes);
    if (!block) throw damaged("a block that says more than it has");
    if (!track || block.track !== track.number) return;
    const { format } = track;
    if ("encoding" in format) {
      for (const packet of block.packets) {
        const data = packet.subarray(0, packet.length - (packet.length % frameBytes(format)));
        if (data.length > 0) sounds.push({ kind: "pcm", format, data });
      }
      return;
    }
    const start = Math.round(((clusterTicks + block.ticks) * nanosPerTick * format.rate) / 1e9);
    const packets: SoundPacket[] = [];
    for (const data of block.packets) {
      const samples = track.samples(data);
      if (samples !== undefined) packets.push({ data, samples });
      else packets.push(...exchange({ data, start }, format.rate));
    }
    if (packets.length === 0) return;
    const begins = begun ? undefined : { lead: track.delay, heard: undefined };
    begun = true;
    const tail = Math.round((padding * format.rate) / 1e9);
    const more = { ...(begins && { begins }), ...(tail > 0 && { ends: { tail } }) };
    const before = sounds.at(-1);
    if (before?.kind === "coded" && !begins && !before.ends) {
      (before.packets as SoundPacket[]).push(...packets);
      if (tail > 0) sounds[sounds.length - 1] = { ...before, ends: { tail } };
      return;
    }
    sounds.push({ kind: "coded", format, packets, ...more } satisfies CodedSound);
  }

  /** Gives the packet before, now that its end is known, and keeps this one. */
  function exchange(next: NonNullable<typeof open>, rate: number): SoundPacket[] {
    const before = open;
    open = next;
    if (!before) return [];
    // A clock that jumps is no sound of that length.
    length = Math.min(Math.max(0, next.start - before.start), rate);
    return [{ data: before.data, samples: length }];
  }

  return {
    get done() {
      return came >= whole;
    },
    push(slice) {
      queue.add(slice);
      came += slice.length;
      const bytes = queue.peek();
      const sounds: Sound[] = [];
      let from = 0;
      for (;;) {
        const head = readEbmlHead(bytes, from);
        if (head === undefined) break;
        if (head === null) throw damaged("something else where an element should begin");
        const { id, size, start } = head;
        if (entered.has(id)) {
          if (id === segment && size !== undefined) whole = at + start + size;
          from = start;
          continue;
        }
        if (size === undefined) throw damaged("an element without an end");
        const most = read.get(id);
        if (most !== undefined) {
          if (size > most) throw damaged(`an element of ${size.toLocaleString("en")} bytes`);
          if (start + size > bytes.length) break;
          readElement(id, bytes.subarray(start, start + size), sounds);
        }
        // One that is passed over may be longer than what has come.
        from = start + size;
        if (from >= bytes.length) break;
      }
      queue.skip(from);
      at += from;
      return sounds;
    },
    end() {
      if (!open || !track || "encoding" in track.format) return [];
      const packets = [{ data: open.data, samples: length }];
      open = undefined;
      return length > 0 ? [{ kind: "coded", format: track.format, packets }] : [];
    },
    close() {},
  };
}

function damaged(what: string): YieldError {
  return new YieldError("WebM that can be read", `some that is damaged: ${what}`);
}
