import type { CodedAudio, CodedPacket, CodedVideo } from "../mp4-chunk";
import { cutPictures } from "./cut-pictures";
import { createPictureLine, type PictureLine } from "./picture-line";
import { createSoundLine } from "./sound-line";
import { earliestStart, latestEnd, latestStart, moved } from "./spans";

/** What has come of a film: a file, or a piece of a stream. */
export interface FilmPiece {
  readonly video: CodedVideo;
  readonly sound: CodedAudio | undefined;
  /** Whether it is the beginning of a file or a stream. */
  readonly begins: boolean;
  /** Whether it can be taken for all of it. */
  readonly whole: boolean;
}

/** A part of a film on the output's own clock. */
export interface FilmPart {
  readonly video: CodedVideo;
  readonly sound: CodedAudio | undefined;
  /** In seconds, as are the others. */
  readonly start: number;
  readonly duration: number;
  /** How much of its sound lies before `start`, and behind the end. */
  readonly lead: number;
  readonly tail: number;
  /** Whether its first picture needs those of the part before. */
  readonly continues: boolean;
}

/** Puts films behind one another on one clock. */
export interface Timeline {
  /** Whether a piece goes on in the stream before, so that it needs no key picture in front. */
  goesOn(piece: FilmPiece): boolean;
  /** The parts that a piece makes; none where more has to come first. */
  add(piece: FilmPiece): FilmPart[];
  /** What is held back, once it is known that nothing comes behind. */
  end(): FilmPart[];
}

// Longer chunks would break the promise that a playlist has made about its segments.
const mostSeconds = 6;
// A coder's padding is shorter; sound that reaches further beyond the picture is meant.
const longestPadding = 0.1;
// Two files of one stream fit to less; others do so by chance only.
const sameClock = 0.005;
const longestJump = 0.5;

/** The stream that pieces come from. */
interface Stream {
  /** How it is coded, as text. */
  readonly coded: string;
  readonly pictures: PictureLine;
  /** What is added to its own clock to have the output's. */
  offset: number;
  /** Where its pictures end, on its own clock. */
  end: number;
  /** How its pictures are coded, as a key picture says it. */
  video: CodedVideo;
}

/**
 * A part begins where the one before has ended, and lasts as long as its picture.
 *
 * Why the picture: ffmpeg makes of two seconds of film a file with 2.000 s of picture, and of sound from
 * -0.023 s (one frame of AAC that only fills the decoder) to 2.020 s (the last frame's padding); MP4 says
 * so by an edit list, MPEG-TS by sound that begins 0.023 s before the picture. Were a part as long as its
 * sound, each join would add 20 ms of standing picture and of silence, and sound would drift. With the
 * picture's length both surpluses lie outside, and a player cuts them off to the sample.
 *
 * Where one stream was cut into parts (`ffmpeg -f segment`), the sound of a part ends some 50 ms before
 * its picture, as much as the multiplexer puts sound ahead, and these 50 ms stand in front of the next
 * part. There the sound is heard from where the one before has ended, rather than from the picture on.
 *
 * Sound that is longer than its picture by more than padding can be is meant: the last picture stands.
 * Where a film has a hole in its sound, silence is put in, since a player would wait for sound.
 */
export function createTimeline(): Timeline {
  const sounds = createSoundLine();
  let position = 0;
  /** When the newest picture is shown. */
  let newest = Number.NEGATIVE_INFINITY;
  let stream: Stream | undefined;

  function follows({ video, sound, begins }: FilmPiece): boolean {
    if (!stream || !begins) return stream !== undefined;
    const first = earliestStart(video.packets);
    return stream.coded === coding(video, sound) && Math.abs(first - stream.end) < sameClock;
  }

  /** Parts of pictures that are settled, in the order in which they are decoded. */
  function cut(of: Stream, pictures: readonly CodedPacket[], whole: boolean): FilmPart[] {
    const groups = cutPictures(pictures, mostSeconds, { atKeys: !whole });
    return groups.map((group, nth) => {
      const last = whole && nth === groups.length - 1;
      const start = earliestStart(group);
      const shown = latestEnd(group);
      const sounding = last ? (sounds.end() ?? shown) : shown;
      const end = sounding > shown + longestPadding ? sounding : shown;
      const sound = sounds.cut({ start, end, whole: last });
      newest = latestStart(group);
      const packets = lengthened(group, end);
      position = end;
      return {
        video: { ...of.video, packets },
        sound,
        start,
        duration: end - start,
        lead: Math.max(0, start - (sound?.packets[0]?.start ?? start)),
        tail: Math.max(0, latestEnd(sound?.packets.slice(-1) ?? []) - end),
        continues: group[0]?.key !== true,
      };
    });
  }

  function add(piece: FilmPiece): FilmPart[] {
    const before = follows(piece) ? [] : end();
    if (!stream) {
      const first = earliestStart(piece.video.packets);
      const coded = coding(piece.video, piece.sound);
      const pictures = createPictureLine();
      stream = { coded, pictures, offset: position - first, end: first, video: piece.video };
      sounds.begin();
    }
    const of = stream;
    if (piece.video.packets.some(({ key }) => key)) of.video = piece.video;
    const settled = of.pictures.add(piece.video.packets, piece.whole);
    const first = earliestStart(settled) + of.offset;
    // A stream whose clock jumps, as that of a broadcast may, is taken to go on.
    if (settled.length > 0 && Math.abs(first - position) > longestJump)
      of.offset += position - first;
    const { sound } = piece;
    sounds.add(sound && { ...sound, packets: moved(sound.packets, of.offset) });
    if (settled.length === 0) return before;
    of.end = Math.max(of.end, latestEnd(settled));
    // What comes too late would throw a player's clock back.
    const late = newest + 1e-4;
    const pictures = moved(settled, of.offset).filter(({ start }) => start > late);
    return [...before, ...cut(of, pictures, piece.whole)];
  }

  function end(): FilmPart[] {
    if (!stream) return [];
    const of = stream;
    stream = undefined;
    const pictures = of.pictures.add([], true);
    of.end = Math.max(of.end, latestEnd(pictures));
    return pictures.length > 0 ? cut(of, moved(pictures, of.offset), true) : [];
  }

  return { goesOn: follows, add, end };
}

/** Lets the picture that is shown last stand until the end. */
function lengthened(group: readonly CodedPacket[], end: number): CodedPacket[] {
  const last = latestStart(group);
  return group.map((picture) =>
    picture.start === last ? { ...picture, duration: end - picture.start } : picture,
  );
}

function coding(video: CodedVideo, sound: CodedAudio | undefined): string {
  return JSON.stringify([video.config, sound?.config], (_key, value: unknown) => {
    const bytes = value instanceof Uint8Array || value instanceof ArrayBuffer;
    return bytes ? Buffer.from(value as Uint8Array).toString("hex") : value;
  });
}
