import { readStreamInfo, streamInfoBytes } from "./flac-format";
import { readFlacHeader } from "./flac-frame";
import { opusSamples } from "./opus";
import { checkPcm } from "./pcm-format";
import type { CodedFormat } from "./sound";
import { readVorbis, type VorbisSamples } from "./vorbis";

/** What carries one sort of sound in Ogg. */
export interface OggStream {
  /** In samples. */
  readonly delay: number;
  /** Takes a packet. `undefined`: it belongs to the headers; otherwise how many samples it decodes to. */
  take(packet: Uint8Array): number | undefined;
  /** Known once the headers have come. */
  readonly format: CodedFormat | undefined;
}

/**
 * What a stream's first packet says that it carries; `undefined` for what is no sound known here.
 *
 * @throws YieldError where the rate or the channels are none that are played
 */
export function openOggStream(first: Uint8Array): OggStream | undefined {
  if (isAt(first, 0, "OpusHead") && first.length >= 19) return opus(first);
  if (isAt(first, 0, "\x01vorbis") && first.length >= 30) return vorbis(first);
  if (isAt(first, 0, "\x7fFLAC") && first.length >= 17 + streamInfoBytes) return flac(first);
  return undefined;
}

function opus(head: Uint8Array): OggStream {
  const channels = head[9] ?? 0;
  checkPcm({ rate: 48_000, channels });
  const description = head.slice();
  const config = { codec: "opus", sampleRate: 48_000, numberOfChannels: channels, description };
  return {
    delay: (head[10] ?? 0) | ((head[11] ?? 0) << 8),
    format: { codec: "opus", config, rate: 48_000 },
    take: (packet) => (isAt(packet, 0, "OpusTags") ? undefined : opusSamples(packet)),
  };
}

function flac(first: Uint8Array): OggStream {
  // Behind the mark: its version, the number of headers and "fLaC", then the block with its own header.
  const { format } = readStreamInfo(first.slice(17, 17 + streamInfoBytes));
  return {
    delay: 0,
    format,
    take: (packet) => (packet[0] === 0xff ? readFlacHeader(packet, 0)?.samples : undefined),
  };
}

function vorbis(first: Uint8Array): OggStream {
  const view = new DataView(first.buffer, first.byteOffset, first.byteLength);
  const [channels, rate] = [view.getUint8(11), view.getUint32(12, true)];
  checkPcm({ rate, channels });
  const headers = [first.slice()];
  let format: CodedFormat | undefined;
  let samplesOf: VorbisSamples | undefined;
  let before: Uint8Array | undefined;
  return {
    delay: 0,
    get format() {
      return format;
    },
    take(packet) {
      if (((packet[0] ?? 1) & 1) === 0) {
        const samples = samplesOf?.(packet, before);
        before = packet;
        return samples;
      }
      if (headers.length < 3) headers.push(packet.slice());
      if (headers.length < 3 || format) return undefined;
      const description = lacedHeaders(headers);
      const config = { codec: "vorbis", sampleRate: rate, numberOfChannels: channels, description };
      format = { codec: "vorbis", config, rate };
      samplesOf = readVorbis(description);
      return undefined;
    },
  };
}

/** See https://www.w3.org/TR/webcodecs-vorbis-codec-registration/#audiodecoderconfig-description */
function lacedHeaders(headers: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const table = [headers.length - 1];
  for (const header of headers.slice(0, -1)) {
    for (let size = header.length; ; size -= 255) {
      table.push(Math.min(size, 255));
      if (size < 255) break;
    }
  }
  const all = new Uint8Array(table.length + headers.reduce((sum, { length }) => sum + length, 0));
  all.set(table);
  let at = table.length;
  for (const header of headers) {
    all.set(header, at);
    at += header.length;
  }
  return all;
}

function isAt(bytes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
