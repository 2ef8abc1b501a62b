/** How samples lie in a WAV file: https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html */
const formats = { pcm: 1, float: 3, extensible: 0xfffe };

/**
 * The samples of a WAV file of 16-bit integers or 32-bit floats, exactly; browsers scale the positive
 * ones of 16 bits by 32768 / 32767. It is also there at once, which counts in chunks of 20 ms.
 *
 * @returns `undefined` for any other file
 */
export function decodeWav(file: ArrayBuffer): AudioBuffer | undefined {
  const view = new DataView(file);
  const chunks = chunksOf(view);
  const format = chunks.get("fmt ");
  const data = chunks.get("data");
  if (!format || !data || format.byteLength < 16) return undefined;
  const tag = format.getUint16(0, true);
  const isLong = tag === formats.extensible && format.byteLength >= 26;
  const kind = isLong ? format.getUint16(24, true) : tag;
  const numberOfChannels = format.getUint16(2, true);
  const sampleRate = format.getUint32(4, true);
  const bits = format.getUint16(14, true);
  const isInteger = kind === formats.pcm && bits === 16;
  if (!isInteger && !(kind === formats.float && bits === 32)) return undefined;
  const length = Math.floor(data.byteLength / (numberOfChannels * (bits / 8)));
  if (!(length > 0)) return undefined;
  const buffer = new AudioBuffer({ length, numberOfChannels, sampleRate });
  for (let channel = 0; channel < numberOfChannels; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let at = 0; at < length; at++) {
      const place = at * numberOfChannels + channel;
      samples[at] = isInteger
        ? data.getInt16(place * 2, true) / 32768
        : data.getFloat32(place * 4, true);
    }
  }
  return buffer;
}

function chunksOf(view: DataView): Map<string, DataView> {
  const chunks = new Map<string, DataView>();
  const isWav = view.byteLength >= 12 && nameAt(view, 0) === "RIFF" && nameAt(view, 8) === "WAVE";
  for (let at = 12; isWav && at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const start = view.byteOffset + at + 8;
    const length = Math.min(size, view.byteLength - at - 8);
    chunks.set(nameAt(view, at), new DataView(view.buffer, start, length));
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
