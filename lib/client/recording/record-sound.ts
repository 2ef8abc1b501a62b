import { captureSound } from "./capture-sound";
import { encodeWav, toInt16 } from "./encode-wav";
import { closeDevice, openDevice } from "./open-device";
import { levelOf } from "./sound-level";

export interface SoundRecordingOptions {
  /** Stops by itself after so many seconds; then `onLimit` is called. */
  maxSeconds?: number | undefined;
  /** How loud it is just now, from 0 to 1, and how many seconds are recorded. */
  onLevel(level: number, seconds: number): void;
  /** It must be stopped: it is as long as it may be, or the microphone has gone. */
  onLimit(): void;
}

/** A microphone that is being recorded. */
export interface SoundRecording {
  /** Ends it, and gives it as 16-bit WAV. */
  stop(): Promise<File>;
  /** Ends it and keeps nothing. */
  discard(): void;
}

/**
 * Asks for the microphone and records it, sample by sample.
 *
 * @throws DeviceError where there is none, or it may not be used
 */
export async function recordSound(options: SoundRecordingOptions): Promise<SoundRecording> {
  const { maxSeconds = Number.POSITIVE_INFINITY, onLevel, onLimit } = options;
  const stream = await openDevice({ audio: true });
  const blocks: Int16Array[] = [];
  let frames = 0;
  let mostFrames = Number.POSITIVE_INFINITY;
  let over = false;

  function limit(): void {
    if (over) return;
    over = true;
    onLimit();
  }

  try {
    const capture = await captureSound({
      stream,
      onBlock(channels) {
        const room = mostFrames - frames;
        if (room <= 0) return;
        const kept = channels.map((channel) => channel.subarray(0, room));
        const [first] = kept;
        if (!first) return;
        frames += first.length;
        blocks.push(toInt16(kept));
        onLevel(levelOf(first), frames / sampleRate());
        if (frames >= mostFrames) limit();
      },
    });
    function sampleRate(): number {
      return capture.sampleRate;
    }
    mostFrames = Math.floor(maxSeconds * capture.sampleRate);
    stream.getAudioTracks()[0]?.addEventListener("ended", limit);
    const end = async () => {
      over = true;
      await capture.stop();
      closeDevice(stream);
    };
    return {
      async stop() {
        await end();
        const { sampleRate, channels } = capture;
        const wav = encodeWav(blocks, { sampleRate, channels });
        return new File([wav], "recording.wav", { type: "audio/wav" });
      },
      discard: () => void end(),
    };
  } catch (error) {
    closeDevice(stream);
    throw error;
  }
}
