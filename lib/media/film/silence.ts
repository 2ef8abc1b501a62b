import type { CodedAudio, CodedPacket } from "../mp4-chunk";

// A frame of AAC-LC that holds nothing but zeros, by how many channels it has.
const frames: Record<number, Uint8Array> = {
  1: Uint8Array.of(0x00, 0xc8, 0x00, 0x80, 0x23, 0x80),
  2: Uint8Array.of(0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80),
};
// 20 ms of Opus, at any number of channels that a decoder is set to: the codec's own "nothing to send".
const opusFrame = Uint8Array.of(0xf8, 0xff, 0xfe);
const samplesPerFrame = 1024;
// A clock that jumps by more is no hole in the sound, and would be millions of packets.
const longest = 4 * 3600;
const rates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000];

/**
 * Coded silence, for where a film has no sound: a player that is promised sound waits for it. There is
 * some for Opus, and for AAC-LC with one or two channels; for all else, nothing.
 *
 * @param from in seconds; `to` likewise
 */
export function silence({ config }: CodedAudio, from: number, to: number): CodedPacket[] {
  const frame = silentFrame(config);
  if (!frame || !(to - from <= longest)) return [];
  const packets: CodedPacket[] = [];
  // The last one may reach into what comes behind by less than half of it.
  for (let nth = 0; from + (nth + 0.5) * frame.duration < to; nth++) {
    packets.push({ ...frame, key: true, start: from + nth * frame.duration });
  }
  return packets;
}

/**
 * The same, but ending where sound begins at `to`: the first frame may begin before `from`, where a player
 * cuts it off. So a hole of any length is filled.
 */
export function silenceUntil(track: CodedAudio, from: number, to: number): CodedPacket[] {
  const frame = silentFrame(track.config);
  if (!frame || !(to - from <= longest)) return [];
  const count = Math.ceil((to - from) / frame.duration - 1e-6);
  return Array.from({ length: count }, (_, nth) => {
    return { ...frame, key: true, start: to - (count - nth) * frame.duration };
  });
}

function silentFrame({ sampleRate, numberOfChannels, description, codec }: AudioDecoderConfig) {
  if (codec === "opus") return { data: opusFrame, duration: 0.02 };
  const data = frames[numberOfChannels];
  const rate = rates.indexOf(sampleRate);
  if (codec !== "mp4a.40.2" || !data || rate < 0) return undefined;
  const duration = samplesPerFrame / sampleRate;
  return { data: description ? data : withAdtsHeader(data, rate, numberOfChannels), duration };
}

/** https://wiki.multimedia.cx/index.php/ADTS, AAC-LC without a checksum. */
function withAdtsHeader(frame: Uint8Array, rate: number, channels: number): Uint8Array {
  const length = frame.byteLength + 7;
  const third = 0x40 | (rate << 2) | (channels >> 2);
  const fourth = ((channels & 3) << 6) | (length >> 11);
  const rest = [(length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc];
  return Uint8Array.of(0xff, 0xf1, third, fourth, ...rest, ...frame);
}
