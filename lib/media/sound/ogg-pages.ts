import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";

/** A page, or as much of it as there are packets that end in it. */
export interface OggPage {
  /** Which of the streams in the file it belongs to. */
  readonly serial: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** How many samples the stream has up to the end of the page's last packet; -1 where none ends in it. */
  readonly position: number;
  readonly packets: readonly Uint8Array[];
}

export interface OggPages {
  /**
   * The pages that have become whole, up to where something else stands.
   *
   * @throws YieldError where a packet has no end
   */
  push(slice: Uint8Array): OggPage[];
  /** The bytes behind them: of a page that is not whole yet, or of something else. */
  readonly rest: Uint8Array;
  /** Whether these are no page. */
  readonly isLost: boolean;
}

const headerBytes = 27;
// A picture in a comment can be large, and is passed over as soon as it is whole.
const mostPacketBytes = 32 * 2 ** 20;

/** Splits Ogg into pages, and these into packets. See https://www.rfc-editor.org/rfc/rfc3533 */
export function createOggPages(): OggPages {
  const queue = createByteQueue();
  let isLost = false;
  /** Of each stream: the packet that goes on in its next page. */
  const begun = new Map<number, { parts: Uint8Array[]; size: number }>();

  function packetsOf(serial: number, table: Uint8Array, body: Uint8Array, goesOn: boolean) {
    const packets: Uint8Array[] = [];
    let open = goesOn ? begun.get(serial) : undefined;
    // The end of a packet whose beginning never came is nothing.
    let isTorn = goesOn && !open;
    begun.delete(serial);
    let from = 0;
    let to = 0;
    for (const lacing of table) {
      to += lacing;
      if (lacing === 255) continue;
      const part = body.subarray(from, to);
      if (!isTorn)
        packets.push(open ? joined([...open.parts, part], open.size + part.length) : part);
      open = undefined;
      isTorn = false;
      from = to;
    }
    if (from < to && !isTorn) {
      const size = (open?.size ?? 0) + to - from;
      if (size > mostPacketBytes) throw damaged("a packet without an end");
      // More streams than that are no sound, but a way to fill a memory.
      if (begun.size > 16) begun.clear();
      begun.set(serial, { parts: [...(open?.parts ?? []), body.subarray(from, to)], size });
    }
    return packets;
  }

  return {
    get isLost() {
      return isLost;
    },
    get rest() {
      return queue.peek();
    },
    push(slice) {
      queue.add(slice);
      const bytes = queue.peek();
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const pages: OggPage[] = [];
      let at = 0;
      while (at + headerBytes <= bytes.length) {
        isLost = view.getUint32(at) !== 0x4f676753;
        if (isLost) break;
        const segments = bytes[at + 26] ?? 0;
        const start = at + headerBytes + segments;
        if (start > bytes.length) break;
        const table = bytes.subarray(at + headerBytes, start);
        const end = start + table.reduce((sum, lacing) => sum + lacing, 0);
        if (end > bytes.length) break;
        const flags = bytes[at + 5] ?? 0;
        const serial = view.getUint32(at + 14, true);
        pages.push({
          serial,
          isFirst: (flags & 2) !== 0,
          isLast: (flags & 4) !== 0,
          position: Number(view.getBigInt64(at + 6, true)),
          packets: packetsOf(serial, table, bytes.subarray(start, end), (flags & 1) !== 0),
        });
        at = end;
      }
      queue.skip(at);
      return pages;
    },
  };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function damaged(what: string): YieldError {
  return new YieldError("Ogg that can be read", `some that is damaged: ${what}`);
}
