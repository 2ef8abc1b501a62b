import { encodeWav, toInt16 } from "./encode-wav";

/**
 * A sound file as 16-bit WAV at its own sample rate. One that is that already is given back as it is.
 *
 * @throws Error in words where the browser cannot read it
 */
export async function convertToWav(file: File): Promise<File> {
  const bytes = await file.arrayBuffer();
  const head = new DataView(bytes, 0, Math.min(bytes.byteLength, 36));
  if (isPlainWav(head)) return named(bytes, file);
  const { OfflineAudioContext } = globalThis;
  const context = new OfflineAudioContext(1, 1, await sampleRateOf(file));
  let sound: AudioBuffer;
  try {
    sound = await context.decodeAudioData(bytes);
  } catch {
    throw new Error(
      `This browser cannot read the sound in ${file.name}. Choose a WAV, MP3 or M4A file.`,
    );
  }
  const channels = Array.from({ length: sound.numberOfChannels }, (_, at) =>
    sound.getChannelData(at),
  );
  const shape = { sampleRate: sound.sampleRate, channels: channels.length };
  return named(encodeWav([toInt16(channels)], shape), file);
}

function named(wav: BlobPart, { name }: File): File {
  return new File([wav], `${name.replace(/\.[^.]*$/, "")}.wav`, { type: "audio/wav" });
}

/** RIFF, WAVE, and at once a format of whole 16-bit samples, as most programs write it. */
function isPlainWav(head: DataView): boolean {
  if (head.byteLength < 36) return false;
  const word = (at: number) => head.getUint32(at);
  const isWav = word(0) === 0x52494646 && word(8) === 0x57415645 && word(12) === 0x666d7420;
  return isWav && head.getUint16(20, true) === 1 && head.getUint16(34, true) === 16;
}

const usualRate = 48_000;

/** Decoding resamples to the rate that is asked for: only the file's own keeps its samples. */
async function sampleRateOf(file: File): Promise<number> {
  const { ALL_FORMATS, BlobSource, Input } = await import("mediabunny");
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  try {
    const track = await input.getPrimaryAudioTrack();
    return track?.sampleRate ?? usualRate;
  } catch {
    return usualRate;
  } finally {
    input.dispose();
  }
}
