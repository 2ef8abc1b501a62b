import type { ImageInputStream, ImagePiece } from "../../kinds/image-stream";
import type { FeedBudget } from "./feed-budget";
import type { Intake } from "./intake";
import { createPieceQueue } from "./piece-queue";
import { readPicture } from "./read-picture";
import { wrongPiece } from "./wrong-piece";

export interface PictureIntakeOptions {
  name: string;
  maxBytes: number;
  budget: FeedBudget;
  onTaken(): void;
}

interface CheckedPicture {
  readonly picture: ImagePiece;
  readonly wait: boolean;
}

/** Of a video file so many frames may wait: more would only come late. */
const mostWaiting = 4;

/** Takes encoded pictures in: of the webcam the newest, of a video file each. They are not decoded. */
export function createPictureIntake(setup: PictureIntakeOptions): Intake<CheckedPicture> {
  const { name, maxBytes, budget, onTaken } = setup;
  let dropped = 0;
  let waitingBytes = 0;
  let startedAt: number | undefined;

  const queue = createPieceQueue<ImagePiece>(name, ({ data }) => {
    waitingBytes -= data.byteLength;
    budget.giveBack(data.byteLength);
    onTaken();
  });
  const given: ImageInputStream = {
    get dropped() {
      return dropped;
    },
    [Symbol.asyncIterator]: () => queue[Symbol.asyncIterator](),
  };

  function forget(): void {
    budget.giveBack(waitingBytes);
    waitingBytes = 0;
  }

  return {
    given,
    get dropped() {
      return dropped;
    },
    bufferedSeconds: undefined,
    endsInSilence: true,
    async check({ bytes, time, wait = false }) {
      const now = performance.now();
      if (!bytes) {
        throw wrongPiece("value", `left out: the input "${name}" is fed pictures, as data`);
      }
      if (time !== undefined && !(Number.isFinite(time) && time >= 0)) {
        throw wrongPiece("time", `a number of seconds of at least 0; got ${time}`);
      }
      const read = await readPicture(bytes);
      startedAt ??= now;
      return { picture: { ...read, time: time ?? (now - startedAt) / 1000 }, wait };
    },
    hasRoom({ picture, wait }) {
      if (!wait || queue.size === 0) return true;
      const { byteLength } = picture.data;
      if (queue.size >= mostWaiting || !budget.fits(byteLength)) return false;
      return waitingBytes + byteLength <= maxBytes;
    },
    add({ picture, wait }) {
      if (!wait) {
        dropped += queue.clear();
        forget();
      }
      waitingBytes += picture.data.byteLength;
      budget.take(picture.data.byteLength);
      queue.add(picture);
    },
    end: queue.end,
    close() {
      forget();
      queue.close();
    },
  };
}
