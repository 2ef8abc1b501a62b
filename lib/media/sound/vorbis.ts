import { YieldError } from "../../kinds/yield-error";

/**
 * How many samples of each channel a packet adds behind the one before, from which a decoder fades over
 * to it: the first one of all adds none.
 */
export type VorbisSamples = (packet: Uint8Array, before: Uint8Array | undefined) => number;

// A mode: one bit that says which block it has, 16 of window, 16 of transform, 8 of mapping.
const modeBits = 41;
const mostModes = 64;

/**
 * Reads from a stream's headers how long its packets are.
 *
 * @param description its headers as a decoder is configured with them, and as WebM has them
 * @throws YieldError where they are damaged
 * @see https://xiph.org/vorbis/doc/Vorbis_I_spec.html sections 4.2 and 4.3
 */
export function readVorbis(description: Uint8Array): VorbisSamples {
  const { first, setup } = headersOf(description);
  const sizes = first[28] ?? 0;
  const blocks = [1 << (sizes & 15), 1 << (sizes >> 4)];
  const modes = modesOf(setup);
  if (first.length < 30 || modes.length === 0) {
    throw new YieldError("Vorbis that can be read", "some that is damaged: its headers");
  }
  const numberBits = 32 - Math.clz32(modes.length - 1);
  const blockOf = ([byte = 0]: Uint8Array) =>
    blocks[modes[(byte >> 1) & ((1 << numberBits) - 1)] ?? 0] ?? 0;
  return (packet, before) => (before ? (blockOf(before) + blockOf(packet)) / 4 : 0);
}

/** https://www.w3.org/TR/webcodecs-vorbis-codec-registration/#audiodecoderconfig-description */
function headersOf(description: Uint8Array): { first: Uint8Array; setup: Uint8Array } {
  let at = 1;
  const lengths = [0, 0].map((length) => {
    let sum = length;
    for (; description[at] === 255; at++) sum += 255;
    return sum + (description[at++] ?? 0);
  });
  const [first = 0, comments = 0] = lengths;
  return {
    first: description.subarray(at, at + first),
    setup: description.subarray(at + first + comments),
  };
}

/**
 * Which block each mode has. Before them stands what takes a whole decoder to be read, so they are read
 * from the end: a last bit behind them, and their number before them.
 */
function modesOf(setup: Uint8Array): number[] {
  const read = (from: number, count: number) => {
    let value = 0;
    for (let bit = count - 1; bit >= 0; bit--) {
      value = value * 2 + (((setup[(from + bit) >> 3] ?? 0) >> ((from + bit) & 7)) & 1);
    }
    return value;
  };
  let end = setup.length * 8 - 1;
  while (end > 0 && read(end, 1) === 0) end--;
  const modes: number[] = [];
  let found: number[] = [];
  for (let from = end - modeBits; from >= 6 && modes.length < mostModes; from -= modeBits) {
    if (read(from + 1, 32) !== 0 || read(from + 33, 8) >= mostModes) break;
    modes.unshift(read(from, 1));
    // What happens to be before fewer of them may look like their number.
    if (read(from - 6, 6) + 1 === modes.length) found = [...modes];
  }
  return found;
}
