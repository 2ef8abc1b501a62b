import { createFeedSender, type FeedSenderState } from "../feed-sender";
import type { OwnedRun } from "../owned-run";
import { onWake } from "../wake";
import { captureSound } from "./capture-sound";
import { toInt16 } from "./encode-wav";
import { closeDevice } from "./open-device";
import { levelOf } from "./sound-level";

export interface SoundStreamOptions {
  run: OwnedRun;
  /** The input's name. */
  input: string;
  /** The microphone's. It is closed at the end. */
  stream: MediaStream;
  /** In Hz. */
  sampleRate: number;
  channels: 1 | 2;
  /** How loud it is, from 0 to 1, and how many seconds have been fed. */
  onLevel(level: number, seconds: number): void;
  onChange(state: FeedSenderState): void;
}

/** A microphone that feeds a run. */
export interface SoundStream {
  /** Ends it behind the last sample. Settles when the server has it. */
  end(): Promise<void>;
  /** Stops at once; the run is over. */
  dispose(): void;
}

/** Feeds a run with what the microphone hears, sample by sample. */
export async function streamSound(options: SoundStreamOptions): Promise<SoundStream> {
  const { run, input, stream, sampleRate, channels, onLevel, onChange } = options;
  const sender = createFeedSender({ run, input, sort: "sound", onWake, onChange });
  let frames = 0;
  try {
    const capture = await captureSound({
      stream,
      sampleRate,
      channels,
      onBlock(block) {
        const [first] = block;
        if (!first) return;
        frames += first.length;
        void sender.push(toInt16(block));
        onLevel(levelOf(first), frames / sampleRate);
      },
    });
    const close = async () => {
      await capture.stop();
      closeDevice(stream);
    };
    return {
      async end() {
        await close();
        await sender.end();
      },
      dispose() {
        sender.dispose();
        void close();
      },
    };
  } catch (error) {
    sender.dispose();
    closeDevice(stream);
    throw error;
  }
}
