import type { FrameFormat, FrameHeader } from "./frame-splitter";

export interface Mp3Header extends FrameHeader {
  /** In Hz. */
  readonly rate: number;
  readonly channels: 1 | 2;
  /** How many samples of each channel the frame decodes to. */
  readonly samples: number;
  /** Whether it is MPEG-1, rather than MPEG-2 with its halved rates. */
  readonly isFirst: boolean;
}

// In kbit/s: https://www.mp3-tech.org/programmer/frame_header.html
const bitratesFirst = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitratesSecond = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const rates = [44_100, 48_000, 32_000];

/** Frames of MPEG-1, -2 and -2.5 layer III. */
export const mp3Frames: FrameFormat<Mp3Header> = {
  name: "MP3",
  headerBytes: 4,
  read(bytes, at) {
    const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    if (a !== 0xff || (b & 0xe0) !== 0xe0) return undefined;
    const version = (b >> 3) & 3;
    const isLayer3 = ((b >> 1) & 3) === 1;
    const isFirst = version === 3;
    const bitrate = (isFirst ? bitratesFirst : bitratesSecond)[c >> 4];
    const fullRate = rates[(c >> 2) & 3];
    if (version === 1 || !isLayer3 || !bitrate || !fullRate || (d & 3) === 2) return undefined;
    const rate = fullRate / (isFirst ? 1 : version === 2 ? 2 : 4);
    const samples = isFirst ? 1152 : 576;
    const padding = (c >> 1) & 1;
    return {
      length: Math.floor(((samples / 8) * bitrate * 1000) / rate) + padding,
      stream: rate * 2 + (d >> 6 === 3 ? 1 : 0),
      rate,
      channels: d >> 6 === 3 ? 1 : 2,
      samples,
      isFirst,
    };
  },
};
