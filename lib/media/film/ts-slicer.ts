import { YieldError } from "../../kinds/yield-error";
import { unplayable } from "./demux";
import { join, type Piece, type Slicer } from "./pieces";

const packetSize = 188;
const sync = 0x47;

/** One elementary stream: pictures or sound. */
interface Stream {
  readonly video: boolean;
  /** Whether anything of it has been given. */
  seen: boolean;
  /** The transport packets of a PES packet whose end has not come. */
  open: Uint8Array[];
  /** Those of the newest PES packet that begins with a key picture. */
  key: Uint8Array[];
}

// https://en.wikipedia.org/wiki/Program-specific_information#Elementary_stream_types
const unplayed: Record<number, string> = {
  1: "MPEG-1 video",
  2: "MPEG-2 video",
  16: "MPEG-4 part 2 video",
  36: "HEVC (H.265)",
  129: "AC-3",
  135: "E-AC-3",
};
const h264 = 0x1b;

// In transport packets: about a megabyte.
const longestWait = 5600;

/** Whether bytes begin as MPEG-TS does. */
export function looksLikeTs(bytes: Uint8Array): boolean {
  return bytes[0] === sync && (bytes.byteLength === packetSize || bytes[packetSize] === sync);
}

/**
 * Slices of MPEG-TS. A PES packet is given once its end has come: the next one of its stream, its own
 * length, or the stuffing that fills its last transport packet, so that a whole file is given at once.
 *
 * @throws YieldError where a slice does not go on where the one before has ended
 */
export function createTsSlicer(): Slicer {
  let rest: Uint8Array = new Uint8Array(0);
  let programs: Uint8Array[] = [];
  let mapPid = -1;
  let map: Uint8Array[] = [];
  let streams = new Map<number, Stream>();
  let ready: Uint8Array[] = [];
  let begins = true;
  /** Whether what came last was a file by itself. */
  let wasFile = false;

  function forget(): void {
    programs = [];
    map = [];
    mapPid = -1;
    streams = new Map();
    begins = true;
  }

  function close(stream: Stream): void {
    if (stream.open.length > 0) stream.seen = true;
    // One by one: as arguments, those of a large film are too many for the stack.
    for (const packet of stream.open) ready.push(packet);
    const [first] = stream.open;
    if (stream.video && first && isRandomAccess(first)) stream.key = stream.open;
    stream.open = [];
  }

  function take(packet: Uint8Array): void {
    const pid = pidOf(packet);
    const starts = (at(packet, 1) & 0x40) !== 0;
    if (pid === 0) {
      if (!starts) return;
      programs = [packet];
      mapPid = readMapPid(packet) ?? mapPid;
    } else if (pid === mapPid) {
      // What describes the streams stays as it was first; it is repeated every few pictures.
      if (starts && streams.size === 0) {
        map = [packet];
        for (const [id, type] of readStreams(packet)) {
          const culprit = unplayed[type];
          if (culprit) throw unplayable(culprit);
          streams.set(id, { video: type === h264, seen: false, open: [], key: [] });
        }
      }
    } else {
      const stream = streams.get(pid);
      if (!stream) return;
      if (starts) close(stream);
      // Of a PES packet whose beginning has not come there is nothing to be had.
      if (starts || stream.open.length > 0) stream.open.push(packet);
    }
  }

  function give(whole: boolean): Piece[] {
    // How a stream is coded says its first packet alone, so the beginning waits for one of each.
    const all = [...streams.values()];
    const early = begins && ready.length < longestWait && all.some(({ seen }) => !seen);
    if (ready.length === 0 || (early && !whole)) return [];
    const key = begins ? [] : all.flatMap((stream) => stream.key);
    const packets = ready;
    // A closed key picture is among `ready` itself; then that one is what says how all is coded.
    const primed = key.length > 0 && !packets.includes(key[0] as Uint8Array);
    const file = join([...programs, ...map, ...(primed ? key : []), ...packets]);
    const piece = { file, begins, primed, whole };
    ready = [];
    begins = false;
    return [piece];
  }

  function end(): Piece[] {
    for (const stream of streams.values()) close(stream);
    const pieces = give(true);
    rest = new Uint8Array(0);
    forget();
    return pieces;
  }

  return {
    push(slice) {
      // A file that begins anew says at once what it holds.
      const table = rest.byteLength === 0 ? tableIn(slice) : undefined;
      // Within a stream the table is repeated, and counted.
      const counted =
        table && programs[0] && ((at(programs[0], 3) + 1) & 0xf) === (at(table, 3) & 0xf);
      const anew = table !== undefined && (wasFile || !counted);
      const before = anew ? end() : [];
      const bytes = rest.byteLength > 0 ? join([rest, slice]) : slice;
      let from = 0;
      for (; from + packetSize <= bytes.byteLength; from += packetSize) {
        if (bytes[from] !== sync) {
          const expected = "slices of one MPEG-TS stream in their order, or files of their own";
          throw new YieldError(expected, "bytes that do not go on where those before have ended");
        }
        take(bytes.subarray(from, from + packetSize));
      }
      rest = bytes.subarray(from);
      if (rest.byteLength === 0) {
        for (const stream of streams.values()) if (isComplete(stream.open)) close(stream);
      }
      // Slices end at the end of all packets too, now and then; more comes behind them all the same.
      const ended =
        rest.byteLength === 0 && [...streams.values()].every(({ open }) => !open.length);
      const whole = anew && ended && ready.length > 0;
      wasFile = whole;
      return [...before, ...give(whole)];
    },
    end,
  };
}

function at(packet: Uint8Array, index: number): number {
  return packet[index] ?? 0;
}

function pidOf(packet: Uint8Array): number {
  return ((at(packet, 1) & 0x1f) << 8) | at(packet, 2);
}

/** The table of programs where it stands in front, as it does in every file. */
function tableIn(bytes: Uint8Array): Uint8Array | undefined {
  if (!looksLikeTs(bytes)) return undefined;
  // A description of services may stand before it.
  const first = [0, 1, 2].map((nth) => bytes.subarray(nth * packetSize, (nth + 1) * packetSize));
  return first.find((packet) => packet.byteLength === packetSize && pidOf(packet) === 0);
}

/** Where a transport packet's payload begins; 188 where it has none. */
function payloadStart(packet: Uint8Array): number {
  const control = (at(packet, 3) >> 4) & 3;
  if ((control & 1) === 0) return packetSize;
  return control === 3 ? Math.min(packetSize, 5 + at(packet, 4)) : 4;
}

function isRandomAccess(packet: Uint8Array): boolean {
  const adapted = (at(packet, 3) & 0x20) !== 0 && at(packet, 4) > 0;
  return adapted && (at(packet, 5) & 0x40) !== 0;
}

/** Whether all of a PES packet has come: by its length, or by the stuffing in its last packet. */
function isComplete(packets: readonly Uint8Array[]): boolean {
  const [first] = packets;
  const last = packets.at(-1);
  if (!first || !last) return false;
  const start = payloadStart(first);
  const length = (at(first, start + 4) << 8) | at(first, start + 5);
  if (length > 0) {
    const come = packets.reduce((sum, packet) => sum + packetSize - payloadStart(packet), 0);
    return come >= length + 6;
  }
  if ((at(last, 3) & 0x20) === 0) return false;
  const adaptation = at(last, 4);
  const flags = at(last, 5);
  const needed = 1 + (flags & 0x10 ? 6 : 0) + (flags & 0x08 ? 6 : 0) + (flags & 0x04 ? 1 : 0);
  return adaptation === 0 || ((flags & 0x03) === 0 && adaptation > needed);
}

/** The content of a table that begins in this packet, behind its pointer. */
function sectionOf(packet: Uint8Array): Uint8Array {
  const start = payloadStart(packet);
  const section = packet.subarray(start + 1 + at(packet, start));
  const length = ((at(section, 1) & 0x0f) << 8) | at(section, 2);
  // Without its checksum.
  return section.subarray(0, Math.max(0, length - 1));
}

function readMapPid(packet: Uint8Array): number | undefined {
  const section = sectionOf(packet);
  for (let from = 8; from + 4 <= section.byteLength; from += 4) {
    const program = (at(section, from) << 8) | at(section, from + 1);
    if (program !== 0) return pidOf(section.subarray(from + 1));
  }
  return undefined;
}

function* readStreams(packet: Uint8Array): Generator<[id: number, type: number]> {
  const section = sectionOf(packet);
  const info = ((at(section, 10) & 0x0f) << 8) | at(section, 11);
  for (let from = 12 + info; from + 5 <= section.byteLength; ) {
    yield [pidOf(section.subarray(from)), at(section, from)];
    from += 5 + (((at(section, from + 3) & 0x0f) << 8) | at(section, from + 4));
  }
}
