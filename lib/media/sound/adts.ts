import { createFrameSplitter, type FrameFormat, type FrameHeader } from "./frame-splitter";
import type { CodedFormat, CodedSound, SoundPacket, SoundReader } from "./sound";

interface AdtsHeader extends FrameHeader {
  /** 2 for AAC-LC. */
  readonly objectType: number;
  readonly rateIndex: number;
  /** 1 to 7; 7 stands for eight channels. */
  readonly layout: number;
  /** How many bytes stand before the packet. */
  readonly size: number;
}

const rates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
  7_350,
];

/** Frames of AAC in ADTS, with one packet each. See https://wiki.multimedia.cx/index.php/ADTS */
export const adtsFrames: FrameFormat<AdtsHeader> = {
  name: "AAC",
  headerBytes: 7,
  read(bytes, at) {
    const byte = (index: number) => bytes[at + index] ?? 0;
    if (byte(0) !== 0xff || (byte(1) & 0xf6) !== 0xf0) return undefined;
    const objectType = (byte(2) >> 6) + 1;
    const rateIndex = (byte(2) >> 2) & 15;
    const layout = ((byte(2) & 1) << 2) | (byte(3) >> 6);
    const length = ((byte(3) & 3) << 11) | (byte(4) << 3) | (byte(5) >> 5);
    const size = (byte(1) & 1) === 1 ? 7 : 9;
    const packets = (byte(6) & 3) + 1;
    if (rates[rateIndex] === undefined || layout === 0 || packets !== 1) return undefined;
    if (length <= size) return undefined;
    return {
      length,
      stream: (objectType << 8) | (rateIndex << 4) | layout,
      objectType,
      rateIndex,
      layout,
      size,
    };
  },
};

const samplesOfPacket = 1024;

/** Reads AAC in ADTS: a stream of frames without any header of a file. */
export function createAdtsReader(): SoundReader {
  const splitter = createFrameSplitter(adtsFrames);
  let stream: number | undefined;
  let format: CodedFormat | undefined;

  return {
    done: false,
    push(slice) {
      const sounds: CodedSound[] = [];
      let packets: SoundPacket[] = [];
      let begins = false;
      const close = () => {
        if (!format || packets.length === 0) return;
        const first = { begins: { lead: 0, heard: undefined } };
        sounds.push({ kind: "coded", format, packets, ...(begins && first) });
        packets = [];
        begins = false;
      };
      for (const { header, data } of splitter.push(slice)) {
        if (header.stream !== stream) {
          close();
          stream = header.stream;
          format = formatOf(header);
          begins = true;
        }
        packets.push({ data: data.subarray(header.size), samples: samplesOfPacket });
      }
      close();
      return sounds;
    },
    end: () => [],
    close() {},
  };
}

/** MP4 has the frames' headers once for all, as an AudioSpecificConfig. */
function formatOf({ objectType, rateIndex, layout }: AdtsHeader): CodedFormat {
  const bits = (objectType << 11) | (rateIndex << 7) | (layout << 3);
  const rate = rates[rateIndex] ?? 0;
  const config = {
    codec: `mp4a.40.${objectType}`,
    sampleRate: rate,
    numberOfChannels: layout === 7 ? 8 : layout,
    description: new Uint8Array([bits >> 8, bits & 0xff]),
  };
  return { codec: "aac", config, rate };
}
