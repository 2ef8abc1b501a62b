import type { AudioInputStream, AudioPiece, AudioStream } from "../../kinds/audio-stream";
import type { FeedBudget } from "./feed-budget";
import type { Intake } from "./intake";
import { createPieceQueue } from "./piece-queue";
import { wrongPiece } from "./wrong-piece";

export interface SoundIntakeOptions {
  name: string;
  options: AudioStream["options"];
  maxBytes: number;
  budget: FeedBudget;
  onTaken(): void;
}

/** Takes samples in: 16 bits, little-endian, the channels interleaved. None is left out. */
export function createSoundIntake(setup: SoundIntakeOptions): Intake<Int16Array> {
  const { name, maxBytes, budget, onTaken } = setup;
  const { sampleRate, channels } = setup.options;
  const bytesOfFrame = 2 * channels;
  let frames = 0;
  let waitingBytes = 0;

  const queue = createPieceQueue<AudioPiece>(name, ({ pcm }) => {
    waitingBytes -= pcm.byteLength;
    budget.giveBack(pcm.byteLength);
    onTaken();
  });
  const given: AudioInputStream = { [Symbol.asyncIterator]: () => queue[Symbol.asyncIterator]() };

  return {
    given,
    dropped: 0,
    get bufferedSeconds() {
      return waitingBytes / bytesOfFrame / sampleRate;
    },
    endsInSilence: true,
    check({ bytes }) {
      if (!bytes) throw wrongPiece("value", `left out: the input "${name}" is fed sound, as data`);
      if (bytes.byteLength === 0 || bytes.byteLength % bytesOfFrame !== 0) {
        const frame = channels === 1 ? "of 2 bytes" : `of 2 × ${channels} bytes`;
        throw wrongPiece(
          "data",
          `whole samples ${frame}, at least one, in base64; got ${bytes.byteLength.toLocaleString("en")} bytes`,
        );
      }
      return samplesOf(bytes);
    },
    // One piece fits always, or a demo that keeps up would have none because of others that do not.
    hasRoom: ({ byteLength }) =>
      waitingBytes === 0 || (waitingBytes + byteLength <= maxBytes && budget.fits(byteLength)),
    add(pcm) {
      const start = frames / sampleRate;
      frames += pcm.length / channels;
      waitingBytes += pcm.byteLength;
      budget.take(pcm.byteLength);
      queue.add({ pcm, sampleRate, channels, start });
    },
    end: queue.end,
    close() {
      budget.giveBack(waitingBytes);
      waitingBytes = 0;
      queue.close();
    },
  };
}

/** An array of its own: the bytes may lie at an odd place of a larger buffer, or be used again. */
function samplesOf(bytes: Uint8Array): Int16Array {
  const samples = new Int16Array(bytes.byteLength / 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < samples.length; at++) samples[at] = view.getInt16(at * 2, true);
  return samples;
}
