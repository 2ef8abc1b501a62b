import { YieldError } from "../../kinds/yield-error";
import { readEbml, readFloat, readUnsigned } from "./ebml";
import { readStreamInfo, streamInfoBytes } from "./flac-format";
import { readFlacHeader } from "./flac-frame";
import { mp3Frames } from "./mp3-header";
import { opusDelay, opusSamples } from "./opus";
import { checkPcm } from "./pcm-format";
import type { CodedFormat, PcmFormat } from "./sound";
import { readVorbis } from "./vorbis";

/** A track with sound. */
export interface WebmTrack {
  readonly number: number;
  readonly format: CodedFormat | PcmFormat;
  /** In samples. */
  readonly delay: number;
  /** How many samples a packet decodes to; `undefined` where only the packets' times say it. */
  samples(packet: Uint8Array): number | undefined;
}

/**
 * The first track with sound.
 *
 * @param tracks the content of the element `Tracks`
 * @throws YieldError where there is none that can be played
 */
export function readWebmTrack(tracks: Uint8Array): WebmTrack {
  let other: string | undefined;
  for (const { id, content } of readEbml(tracks)) {
    if (id !== 0xae) continue;
    const entry = readEntry(content);
    if (entry.type !== 2) continue;
    const track = entry.isPacked ? undefined : toTrack(entry);
    if (track) return track;
    other = entry.codec.replace(/[^\w/.-]/g, "").slice(0, 40);
  }
  throw new YieldError(
    "WebM with Opus, Vorbis, FLAC, AAC or MP3",
    other === undefined ? "some without sound" : `some with ${other}`,
  );
}

function readEntry(content: Uint8Array) {
  const entry = {
    number: 0,
    type: 0,
    codec: "",
    privateData: new Uint8Array(0),
    delay: 0,
    rate: 8000,
    channels: 1,
    bits: 0,
    isPacked: false,
  };
  for (const { id, content: value } of readEbml(content)) {
    if (id === 0xd7) entry.number = readUnsigned(value);
    else if (id === 0x83) entry.type = readUnsigned(value);
    else if (id === 0x86) entry.codec = new TextDecoder().decode(value).replace(/\0+$/, "");
    else if (id === 0x63a2) entry.privateData = value.slice();
    else if (id === 0x56aa) entry.delay = readUnsigned(value);
    else if (id === 0x6d80) entry.isPacked = true;
    else if (id === 0xe1) {
      for (const { id, content } of readEbml(value)) {
        if (id === 0xb5) entry.rate = readFloat(content);
        if (id === 0x9f) entry.channels = readUnsigned(content);
        if (id === 0x6264) entry.bits = readUnsigned(content);
      }
    }
  }
  return entry;
}

type Entry = ReturnType<typeof readEntry>;

function toTrack({ number, codec, privateData, delay, rate, channels, bits }: Entry) {
  const made = (
    format: WebmTrack["format"],
    samples: WebmTrack["samples"],
    lead = Math.round((delay * format.rate) / 1e9),
  ): WebmTrack => {
    checkPcm({ rate: format.rate, channels });
    return { number, format, delay: lead, samples };
  };
  const described = { numberOfChannels: channels, description: privateData };
  if (codec === "A_OPUS" && privateData.length >= 19) {
    const config = { codec: "opus", sampleRate: 48_000, ...described };
    const lead = opusDelay(privateData);
    return made({ codec: "opus", config, rate: 48_000 }, opusSamples, lead);
  }
  if (codec === "A_VORBIS" && privateData.length > 0) {
    const config = { codec: "vorbis", sampleRate: rate, ...described };
    const samplesOf = readVorbis(privateData);
    let before: Uint8Array | undefined;
    return made({ codec: "vorbis", config, rate }, (packet) => {
      const samples = samplesOf(packet, before);
      before = packet;
      return samples;
    });
  }
  if (codec === "A_FLAC" && privateData.length >= 8 + streamInfoBytes) {
    const { format } = readStreamInfo(privateData.slice(8));
    return made(format, (packet) => readFlacHeader(packet, 0)?.samples);
  }
  if (codec.startsWith("A_AAC") && privateData.length >= 2) {
    const config = {
      codec: `mp4a.40.${(privateData[0] ?? 0) >> 3}`,
      sampleRate: rate,
      ...described,
    };
    return made({ codec: "aac", config, rate }, () => 1024);
  }
  if (codec === "A_MPEG/L3") {
    const config = { codec: "mp3", sampleRate: rate, numberOfChannels: channels };
    return made({ codec: "mp3", config, rate }, (packet) => mp3Frames.read(packet, 0)?.samples);
  }
  const isFloat = codec === "A_PCM/FLOAT/IEEE" && bits === 32;
  if (isFloat || (codec === "A_PCM/INT/LIT" && [8, 16, 24, 32].includes(bits))) {
    return made({ encoding: isFloat ? "float" : "int", bits, rate, channels }, () => undefined);
  }
  return undefined;
}
