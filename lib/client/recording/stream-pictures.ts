import { createFeedSender, type FeedSender, type FeedSenderState } from "../feed-sender";
import type { OwnedRun } from "../owned-run";
import { onWake } from "../wake";
import { takeStill } from "./take-still";

export interface PictureStreamOptions {
  run: OwnedRun;
  /** The input's name. */
  input: string;
  /** What is looked at: the webcam, or a video file that this steps through. */
  video: HTMLVideoElement;
  /** Milliseconds from one picture to the next. */
  every: number;
  /** Wider pictures are scaled down, in pixels. */
  maxWidth: number;
  /** How many pictures were taken, and of a file how much of it is through, from 0 to 1. */
  onPicture(pictures: number, part?: number): void;
  onChange(state: FeedSenderState): void;
}

/** Pictures that feed a run. */
export interface PictureStream {
  /** Settles when the server knows that it has ended, by itself or by `end`. */
  readonly ended: Promise<void>;
  end(): Promise<void>;
  /** Stops at once; the run is over. */
  dispose(): void;
}

const quality = 0.8;

/** Feeds a run with what the webcam sees. What is taken faster than it can be sent is left out. */
export function streamCamera(options: PictureStreamOptions): PictureStream {
  return stream(options, "camera", async (sender, isOver) => {
    const began = performance.now();
    for (let pictures = 0; !isOver(); ) {
      const taken = performance.now();
      const bytes = await pictureOf(options);
      if (isOver()) return;
      if (bytes) {
        void sender.push(bytes, (taken - began) / 1000);
        options.onPicture(++pictures);
      }
      await pause(Math.max(0, taken + options.every - performance.now()));
    }
  });
}

/** Feeds a run with a video file's pictures, each one, in order, with their places in the video. */
export function streamFile(options: PictureStreamOptions): PictureStream {
  return stream(options, "frames", async (sender, isOver) => {
    const { video, every } = options;
    const { duration } = video;
    for (let pictures = 0; !isOver(); ) {
      const time = (pictures * every) / 1000;
      if (time >= duration) return;
      await seek(video, time);
      const bytes = await pictureOf(options);
      if (isOver()) return;
      if (bytes) await sender.push(bytes, time);
      options.onPicture(++pictures, Math.min(1, (pictures * every) / 1000 / duration));
    }
  });
}

function stream(
  { run, input, onChange }: PictureStreamOptions,
  sort: "camera" | "frames",
  feed: (sender: FeedSender, isOver: () => boolean) => Promise<void>,
): PictureStream {
  const sender = createFeedSender({ run, input, sort, onWake, onChange });
  let over = false;
  const ended = feed(sender, () => over || sender.state.phase !== "open").finally(() =>
    sender.end(),
  );
  return {
    ended,
    end() {
      over = true;
      return ended;
    },
    dispose() {
      over = true;
      sender.dispose();
      ended.catch(() => {});
    },
  };
}

async function pictureOf(options: PictureStreamOptions): Promise<Uint8Array | undefined> {
  const { video, maxWidth } = options;
  const still = await takeStill(video, { type: "image/jpeg", quality, maxWidth });
  return still && new Uint8Array(await still.arrayBuffer());
}

/** The picture at a time is there when the browser says so. */
async function seek(video: HTMLVideoElement, time: number): Promise<void> {
  if (video.currentTime === time && video.readyState >= video.HAVE_CURRENT_DATA) return;
  await new Promise<void>((resolve, reject) => {
    const failed = () => reject(new Error("The browser cannot read this video to its end."));
    video.addEventListener("seeked", () => resolve(), { once: true });
    video.addEventListener("error", failed, { once: true });
    video.currentTime = time;
  });
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
