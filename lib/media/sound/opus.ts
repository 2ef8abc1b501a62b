// In samples at 48 kHz, by the first five bits: https://www.rfc-editor.org/rfc/rfc6716#section-3.1
const silkAndHybrid = [
  480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 480, 960,
];
const celt = [120, 240, 480, 960];

/** How many samples a packet of Opus decodes to, at 48 kHz. */
export function opusSamples(packet: Uint8Array): number {
  const [first = 0, second = 0] = packet;
  const mode = first >> 3;
  const frame = silkAndHybrid[mode] ?? celt[mode % 4] ?? 0;
  const code = first & 3;
  return frame * (code === 0 ? 1 : code === 3 ? second & 63 : 2);
}

/** How many samples at the front of a stream are not to be heard, by its identification header. */
export function opusDelay(header: AllowSharedBufferSource | undefined): number {
  if (!header) return 0;
  const view = ArrayBuffer.isView(header)
    ? new DataView(header.buffer, header.byteOffset, header.byteLength)
    : new DataView(header);
  return view.byteLength >= 12 ? view.getUint16(10, true) : 0;
}
