import { BufferSource, type EncodedPacket, EncodedPacketSink, Input, MP4, QTFF } from "mediabunny";
import { YieldError } from "../../kinds/yield-error";
import { createBreath } from "../breath";
import { createMp4Gate } from "./mp4-gate";
import { opusDelay, opusSamples } from "./opus";
import { checkPcm } from "./pcm-format";
import { createSliceSource, type SliceSource } from "./slice-source";
import type { CodedFormat, CodedSound, SoundCodec, SoundPacket, SoundReader } from "./sound";
import { isWholeMp4 } from "./whole-mp4";

const codecs = new Set<string>(["mp3", "aac", "opus", "flac"] satisfies SoundCodec[]);

const mostSeconds = 10;
const mostPacketBytes = 2 ** 20;
// Several hours. An index of a few bytes may promise billions.
const mostPackets = 1_000_000;

/** Reads the sound of MP4 and M4A: a whole file, or fragments and slices as they come. */
export function createMp4Reader(): SoundReader {
  const gate = createMp4Gate();
  let slices: SliceSource | undefined;
  let input: Input | undefined;
  let reading: Promise<void> | undefined;
  let fault: YieldError | undefined;
  let format: CodedFormat | undefined;
  let packets: EncodedPacket[] = [];
  /** As long as all are but the last one. */
  let usual: number | undefined;
  let done = false;

  /** Reads packets one by one, none ahead: where it waits for bytes, it has given all before. */
  async function readAll(its: Input): Promise<void> {
    const track = await its.getPrimaryAudioTrack();
    if (!track) throw new YieldError("sound", "MP4 that has none, or breaks off before it");
    const codec = await track.getCodec();
    const config = await track.getDecoderConfig();
    if (!codec || !config || !codecs.has(codec)) {
      throw new YieldError(
        "MP4 with AAC, MP3, Opus or FLAC",
        `some with ${codec ?? "another codec"}`,
      );
    }
    checkPcm({ rate: config.sampleRate, channels: config.numberOfChannels });
    format = { codec: codec as SoundCodec, config, rate: config.sampleRate };
    const sink = new EncodedPacketSink(track);
    const breath = createBreath();
    let count = 0;
    let packet = await sink.getFirstPacket();
    while (packet && !fault) {
      if (packet.data.length > mostPacketBytes || ++count > mostPackets) {
        throw new Error("It promises more than can be.");
      }
      packets.push(packet);
      packet = await sink.getNextPacket(packet);
      await breath();
    }
  }

  function begin(source: Input["source"]): Promise<void> {
    input = new Input({ formats: [MP4, QTFF], source });
    return readAll(input).then(
      () => {
        done = true;
      },
      (error: unknown) => {
        done = true;
        const why = error instanceof Error ? error.message : String(error);
        fault ??= error instanceof YieldError ? error : damaged(why);
      },
    );
  }

  /** What was read since it was asked last. */
  function take(): CodedSound[] {
    const taken = packets;
    packets = [];
    // What came before the damage is good.
    if (fault && taken.length === 0) throw fault;
    const [first, last] = [taken[0], taken.at(-1)];
    if (!format || !first || !last) return [];
    const { rate } = format;
    const begins = usual === undefined && { lead: leadOf(first, format), heard: undefined };
    usual ??= Math.round(first.duration * rate);
    const sounds = taken.map((packet) => toPacket(packet, format as CodedFormat, usual ?? 0));
    const tail = (sounds.at(-1)?.samples ?? 0) - Math.round(last.duration * rate);
    const ends = done && tail > 0 && { tail };
    return [
      { kind: "coded", format, packets: sounds, ...(begins && { begins }), ...(ends && { ends }) },
    ];
  }

  /** Awaits work for as long as a yield may take to be read. */
  async function within(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        fault = damaged(`it takes more than ${mostSeconds} s to read`);
        packets = [];
        input?.dispose();
        resolve();
      }, mostSeconds * 1000);
    });
    await Promise.race([work, limit]);
    clearTimeout(timer);
  }

  return {
    get done() {
      return done;
    },
    async push(slice) {
      const passed = gate.push(slice);
      if (!reading && isWholeMp4(slice)) {
        reading = begin(new BufferSource(slice));
        await within(reading);
        return take();
      }
      if (!slices) {
        slices = createSliceSource();
        reading = begin(slices.source);
        await within(Promise.race([slices.hungry(), reading]));
      }
      for (const part of passed) {
        if (done) break;
        slices.push(part);
        await within(Promise.race([slices.hungry(), reading]));
      }
      return take();
    },
    async end() {
      if (!reading || done) return [];
      slices?.end();
      await within(reading);
      return take();
    },
    close() {
      input?.dispose();
    },
  };
}

function toPacket(
  { data, duration }: EncodedPacket,
  format: CodedFormat,
  usual: number,
): SoundPacket {
  const { codec, rate } = format;
  if (codec === "opus") return { data, samples: opusSamples(data) };
  const samples = Math.round(duration * rate);
  // The last packet of AAC and MP3 is as long as all of them, however little of it is to be heard.
  const isFixed = codec === "aac" || codec === "mp3";
  return { data, samples: isFixed ? Math.max(samples, usual) : samples };
}

function leadOf(first: EncodedPacket, { codec, config, rate }: CodedFormat): number {
  if (codec === "opus") return opusDelay(config.description);
  return Math.max(0, Math.round(-first.timestamp * rate));
}

function damaged(why: string): YieldError {
  return new YieldError("MP4 that can be read", `some that is damaged: ${why.slice(0, 120)}`);
}
