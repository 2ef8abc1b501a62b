/** Where the samples of a WAV file lie, and how. */
export interface WavLayout {
  /** Behind the last one of the header's bytes. */
  readonly start: number;
  readonly end: number;
  readonly float: boolean;
  readonly bits: number;
  /** In Hz. */
  readonly rate: number;
  readonly channels: number;
}

const extensible = 0xfffe;

/**
 * Reads the header of a WAV file that was written here.
 *
 * @throws Error where it is none
 */
export function readWavLayout(data: Uint8Array): WavLayout {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let format: Omit<WavLayout, "start" | "end"> | undefined;
  for (let at = 12; at + 8 <= data.byteLength; ) {
    const name = String.fromCharCode(...data.subarray(at, at + 4));
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (name === "fmt ") {
      const tag = view.getUint16(start, true);
      format = {
        float: (tag === extensible ? view.getUint16(start + 24, true) : tag) === 3,
        channels: view.getUint16(start + 2, true),
        rate: view.getUint32(start + 4, true),
        bits: view.getUint16(start + 14, true),
      };
    }
    if (name === "data" && format) {
      return { ...format, start, end: Math.min(data.byteLength, start + size) };
    }
    at = start + size + (size % 2);
  }
  throw new Error(`A chunk of ${data.byteLength} bytes was kept as WAV, but has no samples.`);
}

/**
 * The header of one WAV file for samples of many: that of the first of them, with other lengths.
 *
 * @param samples how many bytes of samples follow
 */
export function wavHeader(first: Uint8Array, samples: number): Uint8Array {
  const { start } = readWavLayout(first);
  const header = first.slice(0, start);
  const view = new DataView(header.buffer);
  view.setUint32(4, start - 8 + samples + (samples % 2), true);
  view.setUint32(start - 4, samples, true);
  return header;
}
