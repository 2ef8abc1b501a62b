import { createFrameSplitter } from "./frame-splitter";
import { type Mp3Header, mp3Frames } from "./mp3-header";
import { decoderDelay, readMp3Info } from "./mp3-info";
import type { CodedFormat, CodedSound, SoundPacket, SoundReader } from "./sound";

type Begins = NonNullable<CodedSound["begins"]>;

/** Reads MP3: a file, files behind one another, or a stream without any header. */
export function createMp3Reader(): SoundReader {
  const splitter = createFrameSplitter(mp3Frames);
  let stream: number | undefined;
  let format: CodedFormat | undefined;
  /** Set from a file's first bytes on to its first packet. */
  let begins: Begins | undefined;
  /** How many frames the file has left, as far as it says. */
  let left: number | undefined;

  return {
    done: false,
    push(slice) {
      const sounds: CodedSound[] = [];
      let packets: SoundPacket[] = [];
      const close = () => {
        if (!format || packets.length === 0) return;
        sounds.push({ kind: "coded", format, packets, ...(begins && { begins }) });
        begins = undefined;
        packets = [];
      };
      for (const { header, data } of splitter.push(slice)) {
        const info = readMp3Info(data, header);
        if (info || header.stream !== stream || left === 0) {
          close();
          stream = header.stream;
          format = formatOf(header);
          left = info?.frames;
          const lead = info?.delay === undefined ? 0 : info.delay + decoderDelay;
          const tail = Math.max(0, (info?.padding ?? 0) - decoderDelay);
          const heard = left === undefined ? undefined : left * header.samples - lead - tail;
          begins = { lead, heard };
          if (info) continue;
        }
        packets.push({ data, samples: header.samples });
        if (left !== undefined) left--;
      }
      close();
      return sounds;
    },
    end: () => [],
    close() {},
  };
}

function formatOf({ rate, channels }: Mp3Header): CodedFormat {
  const config = { codec: "mp3", sampleRate: rate, numberOfChannels: channels };
  return { codec: "mp3", config, rate };
}
