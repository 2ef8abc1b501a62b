import {
  BufferSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputFormat,
  MATROSKA,
  MP4,
  OGG,
  QTFF,
  WEBM,
} from "mediabunny";
import { YieldError } from "../../kinds/yield-error";
import { opusDelay, opusSamples } from "./opus";
import { createSliceSource, type SliceSource } from "./slice-source";
import type { CodedFormat, CodedSound, SoundCodec, SoundPacket, SoundReader } from "./sound";
import { isWholeFile } from "./whole-file";

type Container = "ogg" | "webm" | "mp4";

const formats: Record<Container, InputFormat[]> = {
  ogg: [OGG],
  webm: [WEBM, MATROSKA],
  mp4: [MP4, QTFF],
};
const names: Record<Container, string> = { ogg: "Ogg", webm: "WebM", mp4: "MP4" };
const codecs = new Set<string>(["mp3", "aac", "opus", "vorbis", "flac"] satisfies SoundCodec[]);

const mostSeconds = 10;
// Half a second of a hundred channels, about; no coder makes such packets.
const mostPacketBytes = 2 ** 20;

/** Reads what mediabunny demuxes, whole or as it comes. */
export function createDemuxedReader(container: Container): SoundReader {
  let slices: SliceSource | undefined;
  let input: Input | undefined;
  let reading: Promise<void> | undefined;
  let fault: YieldError | undefined;
  let format: CodedFormat | undefined;
  let read: EncodedPacket[] = [];
  /** One as long as all are. */
  let model: EncodedPacket | undefined;
  let begun = false;
  let done = false;

  /** Reads packets one by one, none ahead: what waits for bytes has given all before. */
  async function readAll(its: Input): Promise<void> {
    const track = await its.getPrimaryAudioTrack();
    if (!track) throw new YieldError("sound", `${names[container]} without any that is known here`);
    const codec = await track.getCodec();
    const config = await track.getDecoderConfig();
    if (!codec || !config || !codecs.has(codec)) {
      const came = `${names[container]} with ${codec ?? "an unknown codec"}`;
      throw new YieldError("MP3, AAC, Opus, Vorbis or FLAC in such a file", came);
    }
    format = { codec: codec as SoundCodec, config, rate: config.sampleRate };
    const sink = new EncodedPacketSink(track);
    let packet = await sink.getFirstPacket();
    while (packet) {
      if (packet.data.length > mostPacketBytes) throw new Error("A packet is too large.");
      read.push(packet);
      packet = await sink.getNextPacket(packet);
    }
  }

  function begin(source: Input["source"]): Promise<void> {
    input = new Input({ formats: formats[container], source });
    return readAll(input).then(
      () => {
        done = true;
      },
      (error: unknown) => {
        done = true;
        fault = error instanceof YieldError ? error : damaged(container, error);
      },
    );
  }

  /** What was read since it was asked last. */
  function take(): CodedSound[] {
    const packets = read;
    read = [];
    // What came before the damage is good.
    if (fault && packets.length === 0) throw fault;
    const first = packets[0];
    if (!format || !first) return [];
    const { rate } = format;
    const all = packets.map((packet) => toPacket(packet, format as CodedFormat, model ?? first));
    const begins = begun ? undefined : { lead: leadOf(first, format), heard: undefined };
    begun = true;
    model = first;
    const end = packets.at(-1);
    const full = all.at(-1)?.samples ?? 0;
    const tail = done && end ? Math.max(0, full - Math.round(end.duration * rate)) : 0;
    const ends = tail > 0 && container !== "webm" ? { tail } : undefined;
    return [
      { kind: "coded", format, packets: all, ...(begins && { begins }), ...(ends && { ends }) },
    ];
  }

  async function within(work: Promise<unknown>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(damaged(container, `it takes more than ${mostSeconds} s to read`));
      }, mostSeconds * 1000);
    });
    try {
      await Promise.race([work, limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    get done() {
      return done;
    },
    async push(slice) {
      if (!reading && isWholeFile(container, slice)) {
        reading = begin(new BufferSource(slice));
        await within(reading);
        return take();
      }
      if (!slices) {
        slices = createSliceSource();
        reading = begin(slices.source);
        await within(Promise.race([slices.hungry(), reading]));
      }
      if (done) return take();
      slices.push(slice);
      await within(Promise.race([slices.hungry(), reading]));
      if (container === "ogg" && !done && isWholeFile(container, slice)) {
        slices.end();
        await within(Promise.resolve(reading));
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
  packet: EncodedPacket,
  { codec, rate }: CodedFormat,
  first: EncodedPacket,
): SoundPacket {
  const { data, duration } = packet;
  if (codec === "opus") return { data, samples: opusSamples(data) };
  const samples = Math.round(duration * rate);
  // The last packet of AAC and MP3 is as long as all of them, however little of it is to be heard.
  const isFixed = codec === "aac" || codec === "mp3";
  return {
    data,
    samples: isFixed ? Math.max(samples, Math.round(first.duration * rate)) : samples,
  };
}

function leadOf(first: EncodedPacket, { codec, config, rate }: CodedFormat): number {
  if (codec === "opus") return opusDelay(config.description);
  return Math.max(0, Math.round(-first.timestamp * rate));
}

function damaged(container: Container, cause: unknown): YieldError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new YieldError(
    `${names[container]} that can be read`,
    `some that is damaged: ${why.slice(0, 120)}`,
  );
}
