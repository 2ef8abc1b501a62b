import { YieldError } from "../../kinds/yield-error";
import { createBreath } from "../breath";
import type { MediaChunk } from "../chunks";
import type { CodedPacket } from "../mp4-chunk";
import { type Cut, createPacketCutter, longestChunk } from "./cut-packets";
import { frameBytes } from "./pcm-format";
import type { PcmFormat, PcmSound, Sound } from "./sound";
import { wavHeaderBytes, writeWav } from "./wav-header";

export interface SoundChunksOptions {
  /** Puts bytes beside the log and gives the name they have there. */
  keepBytes(data: Uint8Array, type: string): Promise<string>;
}

/** Makes chunks of one output's sound, behind one another on its clock. */
export interface SoundChunks {
  add(sounds: readonly Sound[]): Promise<MediaChunk[]>;
  /** Gives what was held back, where the sound does not go on. */
  end(): Promise<MediaChunk[]>;
}

// A header may promise days of silence in a few bytes; a log has room for some thousands of chunks.
const mostSeconds = 4 * 3600;

// In seconds. What is cut finer waits for more, as a file for each sample helps nobody.
const shortestPcm = 0.01;

export function createSoundChunks({ keepBytes }: SoundChunksOptions): SoundChunks {
  const cutter = createPacketCutter();
  const breath = createBreath();
  /** Samples that are too few yet for a chunk of their own. */
  let held: PcmSound | undefined;
  let index = 0;
  // Seconds are summed in samples, as sums of fractions drift; only a new rate makes a new base.
  let base = 0;
  let samples = 0;
  let rate = 1;

  /** Moves the clock on, and gives where it stood. */
  function advance(by: number, itsRate: number): { start: number; duration: number } {
    if (itsRate !== rate) {
      base += samples / rate;
      samples = 0;
      rate = itsRate;
    }
    const start = base + samples / rate;
    samples += by;
    return { start, duration: by / rate };
  }

  async function keepCut(cut: Cut): Promise<MediaChunk> {
    const { codec, config, rate } = cut.format;
    const { start, duration } = advance(cut.heard, rate);
    const packets: CodedPacket[] = [];
    let decoded = -cut.lead;
    for (const { data, samples } of cut.packets) {
      packets.push({ data, key: true, start: start + decoded / rate, duration: samples / rate });
      decoded += samples;
    }
    // Loaded when the first is written: a site whose sound is samples would hold 25 MB of it for nothing.
    const { writeMp4Chunk } = await import("../mp4-chunk");
    const { data, type, init, initBytes } = await writeMp4Chunk([
      { kind: "audio", codec, config, packets },
    ]).catch((error: unknown) => {
      // What mediabunny refuses is what a header said.
      const why = error instanceof Error ? error.message : String(error);
      throw new YieldError("sound that can be put into MP4", `${codec}: ${why.slice(0, 120)}`);
    });
    return {
      index: index++,
      id: await keepBytes(data, type),
      bytes: data.byteLength,
      type,
      start,
      duration,
      lead: cut.lead / rate,
      tail: cut.tail / rate,
      continues: cut.continues,
      initBytes,
      init,
    };
  }

  async function keepPcm({ format, data }: PcmSound): Promise<MediaChunk> {
    const { start, duration } = advance(data.length / frameBytes(format), format.rate);
    const file = writeWav(format, data);
    return {
      index: index++,
      id: await keepBytes(file, "audio/wav"),
      bytes: file.byteLength,
      type: "audio/wav",
      start,
      duration,
      lead: 0,
      tail: 0,
      continues: false,
      initBytes: wavHeaderBytes,
      init: `${format.encoding}${format.bits}-${format.rate}-${format.channels}`,
    };
  }

  async function keepCuts(cuts: readonly Cut[], chunks: MediaChunk[]): Promise<void> {
    const seconds = cuts.reduce((sum, { heard, format }) => sum + heard / format.rate, 0);
    if (seconds > mostSeconds) throw tooLong(seconds);
    for (const cut of cuts) {
      chunks.push(await keepCut(cut));
      await breath();
    }
  }

  async function keepHeld(chunks: MediaChunk[]): Promise<void> {
    const sound = held;
    held = undefined;
    for (const part of sound ? parts(sound) : []) {
      chunks.push(await keepPcm(part));
      await breath();
    }
  }

  async function addPcm(sound: PcmSound, chunks: MediaChunk[]): Promise<void> {
    if (held && !isSameFormat(held.format, sound.format)) await keepHeld(chunks);
    held = held ? { ...sound, data: joined(held.data, sound.data) } : sound;
    const { format, data } = held;
    if (data.length >= shortestPcm * format.rate * frameBytes(format)) await keepHeld(chunks);
  }

  return {
    async add(sounds) {
      const chunks: MediaChunk[] = [];
      for (const sound of sounds) {
        if (sound.kind === "coded") {
          await keepHeld(chunks);
          await keepCuts(cutter.add(sound), chunks);
        } else {
          await keepCuts(cutter.flush(), chunks);
          await addPcm(sound, chunks);
        }
      }
      await keepCuts(cutter.ready(), chunks);
      return chunks;
    },
    async end() {
      const chunks: MediaChunk[] = [];
      await keepCuts(cutter.flush(), chunks);
      await keepHeld(chunks);
      return chunks;
    },
  };
}

function isSameFormat(one: PcmFormat, other: PcmFormat): boolean {
  const { encoding, bits, rate, channels } = one;
  const isSameSample = encoding === other.encoding && bits === other.bits;
  return isSameSample && rate === other.rate && channels === other.channels;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Parts of about the same length, none longer than a chunk may be. */
function parts({ format, data }: PcmSound): PcmSound[] {
  const block = frameBytes(format);
  const frames = data.length / block;
  const seconds = frames / format.rate;
  if (seconds > mostSeconds) throw tooLong(seconds);
  const count = Math.max(1, Math.ceil(seconds / longestChunk));
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [part, part + 1].map((edge) => Math.round((edge * frames) / count) * block);
    return { kind: "pcm", format, data: data.subarray(from, to) };
  });
}

function tooLong(seconds: number): YieldError {
  const hours = (seconds / 3600).toFixed(1);
  return new YieldError(`at most ${mostSeconds / 3600} hours of sound at once`, `${hours} hours`);
}
