import { YieldError } from "../../kinds/yield-error";
import { createOggPages, type OggPage } from "./ogg-pages";
import { type OggStream, openOggStream } from "./ogg-stream";
import type { CodedSound, SoundPacket, SoundReader } from "./sound";

interface Open {
  readonly serial: number;
  readonly stream: OggStream;
  begun: boolean;
  /** Where the page before ended, by its own word; `undefined` before the first one that says so. */
  position: number | undefined;
}

// Samples between two pages; a page that says more is wrong.
const mostBetween = 2 ** 24;

/** Reads Ogg with Opus, Vorbis or FLAC: the first sound of it, and of each file chained behind. */
export function createOggReader(): SoundReader {
  const pages = createOggPages();
  let open: Open | undefined;
  /** Whether the stream that was open has ended, so that the next one may begin. */
  let ended = true;
  let strangers = 0;

  function begin({ serial, packets }: OggPage): void {
    const stream = packets[0] && openOggStream(packets[0]);
    if (stream) {
      open = { serial, stream, begun: false, position: undefined };
      ended = false;
      strangers = 0;
    } else if (++strangers > 16) {
      throw new YieldError("Ogg with Opus, Vorbis or FLAC", "Ogg with something else");
    }
  }

  function read(page: OggPage, its: Open): CodedSound | undefined {
    const packets: SoundPacket[] = [];
    let decoded = 0;
    for (const data of page.packets) {
      const samples = its.stream.take(data);
      if (samples === undefined || data.length === 0) continue;
      packets.push({ data, samples });
      decoded += samples;
    }
    ended ||= page.isLast;
    const { format, delay } = its.stream;
    if (!format || packets.length === 0) return undefined;
    const between = page.position < 0 ? undefined : page.position - (its.position ?? 0);
    const isKnown = between !== undefined && between >= 0 && between < mostBetween;
    const tail = page.isLast && isKnown ? Math.min(Math.max(0, decoded - between), decoded) : 0;
    if (page.position >= 0) its.position = page.position;
    // What a first page has more than it says is left out at its front, and at its end if it is the last.
    const excess = isKnown && between > 0 ? Math.max(0, decoded - between) : 0;
    const lead = page.isLast ? delay : delay + excess;
    const begins = its.begun ? undefined : { lead, heard: undefined };
    its.begun = true;
    return {
      kind: "coded",
      format,
      packets,
      ...(begins && { begins }),
      ...(page.isLast && { ends: { tail } }),
    };
  }

  return {
    get done() {
      return open !== undefined && ended;
    },
    get unread() {
      return pages.rest;
    },
    push(slice) {
      const sounds: CodedSound[] = [];
      for (const page of pages.push(slice)) {
        if (page.isFirst && ended) begin(page);
        if (!open || page.serial !== open.serial) continue;
        const sound = page.isFirst ? undefined : read(page, open);
        if (sound) sounds.push(sound);
      }
      // Behind the end of a file another one may begin, of any format.
      if (pages.isLost && (!open || !ended)) {
        const came = "some that is damaged: something else between its pages";
        throw new YieldError("Ogg that can be read", came);
      }
      return merged(sounds);
    },
    end: () => [],
    close() {},
  };
}

/** Many pages of one stream as one sound. */
function merged(sounds: readonly CodedSound[]): CodedSound[] {
  const all: (CodedSound & { packets: SoundPacket[] })[] = [];
  for (const sound of sounds) {
    const before = all.at(-1);
    if (!before || sound.begins || before.ends) {
      all.push({ ...sound, packets: [...sound.packets] });
      continue;
    }
    for (const packet of sound.packets) before.packets.push(packet);
    if (sound.ends) all[all.length - 1] = { ...before, ends: sound.ends };
  }
  return all;
}
