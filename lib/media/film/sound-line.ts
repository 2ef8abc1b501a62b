import type { CodedAudio, CodedPacket } from "../mp4-chunk";
import { silence, silenceUntil } from "./silence";
import { latestEnd } from "./spans";

/** A part of the clock that has a picture. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Whether it is the last of its file, so that no more sound is to come for it. */
  readonly whole: boolean;
}

// MPEG-TS counts in ninetieths of a millisecond, MP4 in samples; the shortest packet has 2.5 ms.
const rounding = 1e-4;
// Browsers play on over a hole in the sound as if it were not there, so that all behind it comes early: a
// film that is repeated would be ahead of its pictures by one hole each time. WebM counts in milliseconds.
const longestHole = 0.001;
// Within a stream silence cannot begin before the hole: half of its frame would reach behind it.
const longestHoleWithin = 0.011;
const longestMissingEnd = 0.5;

/** How many packets a decoder wants before the one that is to be heard. */
const preroll: Record<string, number> = { opus: 4, mp3: 2 };

/** The sound of an output, on the output's clock. */
export interface SoundLine {
  /** Takes more sound; `undefined` for a film that has none. */
  add(track: CodedAudio | undefined): void;
  /** Forgets what has not been used: another film begins. */
  begin(): void;
  /** Where the sound ends that is there. */
  end(): number | undefined;
  /** The sound that belongs to a part, with what a decoder wants before it. */
  cut(part: Span): CodedAudio | undefined;
}

export function createSoundLine(): SoundLine {
  let track: CodedAudio | undefined;
  let packets: CodedPacket[] = [];
  /** Until where sound is heard, of all parts so far. */
  let heard = 0;
  /** Where the packets end that were given. */
  let given = Number.NEGATIVE_INFINITY;

  /** Where the packets begin that are wanted for what is heard from a time on. */
  function indexAt(time: number): { heard: number; wanted: number } {
    const found = packets.findIndex(({ start, duration }) => start + duration > time + rounding);
    const first = found < 0 ? packets.length : found;
    const before = preroll[track?.codec ?? ""] ?? 1;
    return { heard: first, wanted: Math.max(0, first - before) };
  }

  return {
    begin() {
      packets = [];
      given = Number.POSITIVE_INFINITY;
    },
    add(more) {
      if (!more) return;
      // AAC in ADTS says in its packets how it is coded: a part without any needs one of before.
      const priming = more.packets[0]?.data ?? track?.priming;
      track = { ...more, packets: [], priming };
      packets.push(...evened(more.packets));
    },
    end: () => packets.at(-1) && latestEnd(packets.slice(-1)),
    cut({ start, end, whole }) {
      if (!track) return undefined;
      // Sound of this part that stands before its picture is wanted where the part before has none.
      const from = Math.min(start, heard);
      const at = indexAt(from);
      // A packet that reaches beyond a part is for the next one of its stream. Were it in both, sound
      // would go backwards, upon which a player wants a key picture.
      const within = packets.slice(at.heard).filter(({ start, duration }) => {
        return whole ? start < end - rounding : start + duration < end + rounding;
      });
      const first = within[0];
      const begin = first?.start ?? (whole ? end : from);
      const opens = given === Number.POSITIVE_INFINITY;
      const missing = begin - from > (opens ? longestHole : longestHoleWithin);
      const fill = opens ? silenceUntil : silence;
      // Who has decoded all that stands before needs no more of it.
      const anew = (first?.start ?? from) < given - rounding;
      const wanted = anew ? packets.slice(at.wanted, at.heard) : [];
      const before = missing ? fill(track, from, begin) : wanted;
      const cut = [...before, ...within];
      const reached = cut.length > 0 ? latestEnd(cut.slice(-1)) : from;
      if (whole && end - reached > longestMissingEnd) cut.push(...silence(track, reached, end));
      // No sound at all, and no silence of its codec: a track that stays empty would be waited for.
      if (cut.length === 0 && whole && opens) return undefined;
      heard = Math.min(end, cut.length > 0 ? latestEnd(cut.slice(-1)) : heard);
      if (cut.length > 0) given = latestEnd(cut.slice(-1));
      packets = packets.slice(indexAt(heard).wanted);
      return { ...track, packets: cut };
    },
  };
}

/** Gives the last frame its full length: MP4 may say instead how much of it is to be heard. */
function evened(packets: readonly CodedPacket[]): readonly CodedPacket[] {
  const usual = packets.at(-2)?.duration ?? 0;
  const last = packets.at(-1);
  if (!last || last.duration >= usual) return packets;
  return [...packets.slice(0, -1), { ...last, duration: usual }];
}
