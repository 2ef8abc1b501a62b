import { YieldError } from "../../kinds/yield-error";
import { createPacketCutter } from "./cut-packets";
import { createSoundJoiner } from "./join-sound";
import { frameBytes } from "./pcm-format";
import type { Container } from "./signature";
import type { PcmSound, Sound } from "./sound";
import { writeWav } from "./wav-header";

export interface SoundFile {
  readonly data: Uint8Array;
  /** Such as `audio/mpeg`. */
  readonly type: string;
  /** In seconds. */
  readonly duration: number;
}

const types: Record<Container, string> = {
  wav: "audio/wav",
  mp3: "audio/mpeg",
  adts: "audio/aac",
  ogg: "audio/ogg",
  webm: "audio/webm",
  mp4: "audio/mp4",
  flac: "audio/flac",
};

/**
 * A whole file of sound, as it is, or samples as WAV. It is read through once, so that its length is
 * known and what cannot be played is refused here.
 *
 * @throws YieldError where it cannot be read, or holds no sound
 */
export async function readSoundFile(given: Uint8Array | PcmSound): Promise<SoundFile> {
  if (!(given instanceof Uint8Array)) {
    const duration = durationOf([given]);
    if (duration === 0) throw new YieldError("sound", "0 samples");
    return { data: writeWav(given.format, given.data), type: types.wav, duration };
  }
  const joiner = createSoundJoiner();
  try {
    const sounds = await joiner.push(given);
    sounds.push(...(await joiner.finish()));
    const container = joiner.container ?? "wav";
    return { data: given, type: types[container], duration: durationOf(sounds) };
  } finally {
    joiner.close();
  }
}

/** In seconds, without the delay and padding of coders. */
function durationOf(sounds: readonly Sound[]): number {
  const cutter = createPacketCutter();
  let seconds = 0;
  for (const sound of sounds) {
    if (sound.kind === "pcm") {
      seconds += sound.data.length / frameBytes(sound.format) / sound.format.rate;
    } else {
      for (const { heard, format } of cutter.add(sound)) seconds += heard / format.rate;
    }
  }
  for (const { heard, format } of cutter.flush()) seconds += heard / format.rate;
  return seconds;
}
