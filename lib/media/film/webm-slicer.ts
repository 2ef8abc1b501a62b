import { YieldError } from "../../kinds/yield-error";
import { join, type Piece, type Slicer } from "./pieces";

// https://www.matroska.org/technical/elements.html
const head = 0x1a45dfa3;
const segment = 0x18538067;
const info = 0x1549a966;
const tracks = 0x1654ae6b;
const cluster = 0x1f43b675;
const timestamp = 0xe7;
const simpleBlock = 0xa3;
const blockGroup = 0xa0;

const mostElementBytes = 16 * 2 ** 20;
// They are read without a pause. What there is reason for is longer on average, as silence in Opus is not
// without its picture.
const fewElements = 100_000;
const leastBytesOfElement = 24;
const unknownSize = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const openSegment = Uint8Array.of(0x18, 0x53, 0x80, 0x67, ...unknownSize);
const openCluster = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75, ...unknownSize);

/** Whether bytes begin as WebM and Matroska do. */
export function looksLikeWebm(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
}

/**
 * Slices of WebM. Its blocks are given as soon as all of one has come, each time behind what describes
 * them. A file that begins anew is recognised by its first bytes.
 *
 * @throws YieldError where a slice does not go on where the one before has ended
 */
export function createWebmSlicer(): Slicer {
  let rest: Uint8Array = new Uint8Array(0);
  let parts = new Map<number, Uint8Array>();
  let clock: Uint8Array | undefined;
  let ready: Uint8Array[] = [];
  let begins = true;

  function take(id: number, element: Uint8Array): Piece[] {
    if (id === head) {
      const before = give(true);
      parts = new Map([[head, element]]);
      clock = undefined;
      begins = true;
      return before;
    }
    if (id === info || id === tracks) parts.set(id, element);
    if (id === timestamp) {
      clock = element;
      ready.push(openCluster, element);
    }
    if ((id === simpleBlock || id === blockGroup) && clock) ready.push(element);
    return [];
  }

  function give(whole: boolean): Piece[] {
    const header = [parts.get(head), openSegment, parts.get(info), parts.get(tracks)];
    const blocks = ready;
    ready = [];
    // A cluster's opening and its time alone are no news.
    if (
      !parts.has(tracks) ||
      !blocks.some((part) => part[0] === simpleBlock || part[0] === blockGroup)
    ) {
      return [];
    }
    const file = join([...header.filter((part) => part !== undefined), ...blocks]);
    const piece = { file, begins, primed: false, whole };
    begins = false;
    return [piece];
  }

  return {
    push(slice) {
      const pieces: Piece[] = [];
      // A whole file may end within an element that it was cut off in.
      const anew = looksLikeWebm(slice);
      const bytes = rest.byteLength > 0 && !anew ? join([rest, slice]) : slice;
      if (!anew && clock && ready.length === 0) ready.push(openCluster, clock);
      let from = 0;
      let left = fewElements + bytes.byteLength / leastBytesOfElement;
      for (;;) {
        const element = readHead(bytes.subarray(from, from + 12));
        if (!element) break;
        if (--left < 0) throw broken();
        const { id, headBytes, size } = element;
        // These two are entered rather than taken whole: their ends need not be known.
        const entered = id === segment || id === cluster;
        if (!entered && (size === undefined || size > mostElementBytes)) throw broken();
        const length = entered ? headBytes : headBytes + (size ?? 0);
        if (from + length > bytes.byteLength) break;
        pieces.push(...take(id, bytes.subarray(from, from + length)));
        from += length;
      }
      rest = bytes.slice(from);
      if (rest.byteLength > mostElementBytes) throw broken();
      return [...pieces, ...give(anew && rest.byteLength === 0)];
    },
    end() {
      const pieces = give(true);
      rest = new Uint8Array(0);
      return pieces;
    },
  };
}

function broken(): YieldError {
  const expected = "slices of one WebM stream in their order, or files of their own";
  return new YieldError(expected, "bytes that do not go on where those before have ended");
}

/** An element's id and size; `undefined` where not all of its head has come. */
function readHead(bytes: Uint8Array) {
  const idBytes = widthOf(bytes[0], 4);
  const sizeBytes = idBytes === undefined ? undefined : widthOf(bytes[idBytes], 8);
  if (idBytes === undefined || sizeBytes === undefined) return undefined;
  const headBytes = idBytes + sizeBytes;
  if (bytes.byteLength < headBytes) return undefined;
  let id = 0;
  for (const byte of bytes.subarray(0, idBytes)) id = id * 256 + byte;
  let size = (bytes[idBytes] ?? 0) & (0xff >> sizeBytes);
  let unknown = size === 0xff >> sizeBytes;
  for (const byte of bytes.subarray(idBytes + 1, headBytes)) {
    size = size * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { id, headBytes, size: unknown ? undefined : size };
}

/** How many bytes a number of variable length has. */
function widthOf(first: number | undefined, most: number): number | undefined {
  if (first === undefined) return undefined;
  const width = Math.clz32(first) - 23;
  if (width > most) throw broken();
  return width;
}
