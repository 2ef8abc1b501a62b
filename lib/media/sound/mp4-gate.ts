import { YieldError } from "../../kinds/yield-error";
import { createByteQueue } from "./byte-queue";

/** Lets only such MP4 pass as can be read in little time. */
export interface Mp4Gate {
  /**
   * What of the bytes so far may be read; an index only as a whole.
   *
   * @throws YieldError where an index promises more than it has, or than there can be
   */
  push(slice: Uint8Array): Uint8Array[];
}

const mostIndexBytes = 32 * 2 ** 20;
// Several hours.
const mostPackets = 1_000_000;
const deepest = 12;
// A demuxer takes 2 µs for each box without a pause, and 64 MiB have room for eight million. Those of a
// fragment with one small packet, the least that there is reason for, are longer than this on average.
const fewBoxes = 100_000;
const leastBytes = { outer: 60, inner: 12 };

const containers = new Set([
  "moov",
  "trak",
  "mdia",
  "minf",
  "stbl",
  "edts",
  "mvex",
  "moof",
  "traf",
]);
/** How many bytes an entry of a table takes, which has a version, flags and a count before it. */
const entries = new Map([
  ["stts", 8],
  ["ctts", 8],
  ["stsc", 12],
  ["stco", 4],
  ["co64", 8],
  ["stss", 4],
  ["elst", 12],
]);
const encrypted = new Set(["pssh", "senc", "saiz", "saio"]);

/**
 * A demuxer believes an index that promises four billion packets, and counts them for minutes without
 * a pause; so what an index says is compared with what it has before anybody reads it.
 */
export function createMp4Gate(): Mp4Gate {
  const queue = createByteQueue();
  /** How many bytes of the box that is passing are yet to come. */
  let passing = 0;
  let came = 0;
  const boxes = { outer: 0, inner: 0 };

  function count(which: "outer" | "inner"): void {
    if (++boxes[which] > fewBoxes + came / leastBytes[which]) {
      throw damaged(`${boxes[which].toLocaleString("en")} boxes in so few bytes`);
    }
  }

  return {
    push(slice) {
      queue.add(slice);
      came += slice.length;
      const passed: Uint8Array[] = [];
      const pass = (count: number) => {
        if (count > 0) passed.push(queue.peek().subarray(0, count));
        queue.skip(count);
      };
      for (;;) {
        const step = Math.min(passing, queue.length);
        passing -= step;
        pass(step);
        const bytes = queue.peek();
        const head = readHead(bytes, 0, Number.POSITIVE_INFINITY);
        if (!head) return passed;
        const { type, size } = head;
        if (!containers.has(type)) {
          count("outer");
          passing = size;
          if (queue.length === 0) return passed;
          continue;
        }
        if (size > mostIndexBytes) throw damaged(`an index of ${size.toLocaleString("en")} bytes`);
        if (bytes.length < size) return passed;
        count("outer");
        checkBoxes(bytes.subarray(head.start, size), { depth: 0, count: () => count("inner") });
        pass(size);
      }
    },
  };
}

interface Head {
  readonly type: string;
  /** Of the whole box. */
  readonly size: number;
  /** Where its content begins. */
  readonly start: number;
}

/** `undefined` where more bytes have to come. */
function readHead(bytes: Uint8Array, at: number, rest: number): Head | undefined {
  if (at + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  const size = view.getUint32(0);
  if (size === 0) return { type, size: rest, start: 8 };
  if (size !== 1) {
    if (size < 8) throw damaged(`a box of ${size} bytes`);
    return { type, size, start: 8 };
  }
  if (at + 16 > bytes.length) return undefined;
  const large = Number(view.getBigUint64(8));
  if (large < 16) throw damaged(`a box of ${large} bytes`);
  return { type, size: large, start: 16 };
}

interface Within {
  readonly depth: number;
  /** Called with each box. */
  count(): void;
}

function checkBoxes(bytes: Uint8Array, { depth, count }: Within): void {
  if (depth > deepest) throw damaged("boxes in boxes without an end");
  for (let at = 0; at + 8 <= bytes.length; ) {
    const head = readHead(bytes, at, bytes.length - at);
    count();
    if (!head || at + head.size > bytes.length) throw damaged("a box larger than what it is in");
    const content = bytes.subarray(at + head.start, at + head.size);
    if (containers.has(head.type)) checkBoxes(content, { depth: depth + 1, count });
    else checkTable(head.type, content);
    at += head.size;
  }
}

function checkTable(type: string, content: Uint8Array): void {
  if (encrypted.has(type)) throw new YieldError("MP4 that can be read", "some that is encrypted");
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const entry = entries.get(type);
  if (entry !== undefined) {
    const count = content.length < 8 ? 0 : view.getUint32(4);
    const fits = 8 + count * entry <= content.length;
    if (!fits || count > mostPackets) throw tooMany(type, count);
    if (type === "stts") checkSum(type, view, count, 8, 0);
    if (type === "stsc") checkSum(type, view, count, 12, 4);
  }
  if (type === "stsz" && content.length >= 12) {
    const count = view.getUint32(8);
    const fits = view.getUint32(4) !== 0 || 12 + count * 4 <= content.length;
    if (!fits || count > mostPackets) throw tooMany(type, count);
  }
  if (type === "trun" && content.length >= 8) {
    const count = view.getUint32(4);
    const flags = view.getUint32(0) & 0xffffff;
    const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
    if (8 + count * fields * 4 > content.length || count > mostPackets) throw tooMany(type, count);
  }
}

/** Refuses a table one of whose columns comes to more packets than there can be. */
function checkSum(type: string, view: DataView, count: number, size: number, at: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += view.getUint32(8 + i * size + at);
  if (sum > mostPackets) throw tooMany(type, sum);
}

function tooMany(type: string, count: number): YieldError {
  return damaged(`a table (${type}) of ${count.toLocaleString("en")} entries`);
}

function damaged(what: string): YieldError {
  return new YieldError("MP4 that can be read", `some that is damaged: ${what}`);
}
