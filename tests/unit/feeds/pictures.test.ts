import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import type { ImageInputStream, ImagePiece } from "@/lib/kinds/image-stream";
import { readImage } from "@/lib/media/read-image";
import { createFeed } from "@/lib/run/feeds/create-feed";
import { createFeedBudget } from "@/lib/run/feeds/feed-budget";
import { createPictureIntake } from "@/lib/run/feeds/picture-intake";

function createCamera(maxBytes = 1_000_000, budget = createFeedBudget(1_000_000)) {
  const feed = createFeed({
    name: "camera",
    idleSeconds: 60,
    intake: (onTaken) => createPictureIntake({ name: "camera", maxBytes, budget, onTaken }),
  });
  return { feed, camera: feed.given as ImageInputStream };
}

const picture = async (width: number, format: "jpeg" | "png" | "webp" | "gif" = "jpeg") => {
  const image = sharp({ create: { width, height: 3, channels: 3, background: "red" } });
  return new Uint8Array(await image.toFormat(format).toBuffer());
};

const widths = async (camera: AsyncIterable<ImagePiece>) => {
  const all: number[] = [];
  for await (const { width } of camera) all.push(width);
  return all;
};

test.each(["jpeg", "png", "webp"] as const)(
  "a %s is given as it came, and can be yielded",
  async (format) => {
    const { feed, camera } = createCamera();
    const bytes = await picture(5, format);
    await feed.push(0, { bytes, end: true });
    for await (const given of camera) {
      expect(given).toEqual({
        data: bytes,
        mimeType: `image/${format}`,
        width: 5,
        height: 3,
        time: 0,
      });
      expect(await readImage(given)).toMatchObject({ type: `image/${format}`, width: 5 });
    }
  },
);

test("of the webcam the newest is given, and the others are counted", async () => {
  const { feed, camera } = createCamera();
  for (let at = 0; at < 5; at++) await feed.push(at, { bytes: await picture(at + 1) });
  expect(await feed.push(5, { end: true })).toMatchObject({ next: 6, dropped: 4 });
  expect(await widths(camera)).toEqual([5]);
  expect(camera.dropped).toBe(4);
});

test("of a video each frame is given at its time, and the sender waits", async () => {
  const { feed, camera } = createCamera();
  const frames = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((width) => picture(width)));
  let answered = 0;
  const sending = (async () => {
    for (const [at, bytes] of frames.entries()) {
      await feed.push(at, { bytes, time: at / 2, wait: true, end: at === 6 });
      answered++;
    }
  })();
  const times: number[] = [];
  const ahead: number[] = [];
  for await (const { time, width } of camera) {
    times.push(time);
    ahead.push(answered - width);
  }
  await sending;
  expect(times).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3]);
  expect(Math.max(...ahead)).toBeLessThanOrEqual(5);
  expect(camera.dropped).toBe(0);
});

describe("what is no picture is refused", () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  test.each([
    ["nothing", async () => new Uint8Array(0), /got 0 bytes of something else/],
    ["a GIF", () => picture(2, "gif"), /of something else/],
    ["an SVG", async () => svg, /of something else/],
    ["a head without a picture", async () => (await picture(2)).subarray(0, 12), /cannot be read/],
    ["one that is too wide", () => picture(4097, "png"), /got one of 4097 × 3/],
  ])("%s", async (_what, bytes, message) => {
    const { feed } = createCamera();
    await expect(feed.push(0, { bytes: await bytes() })).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      details: { argument: "data" },
      message: expect.stringMatching(message),
    });
  });

  test("and so is a time that is none", async () => {
    const { feed } = createCamera();
    const bytes = await picture(2);
    await expect(feed.push(0, { bytes, time: -1 })).rejects.toMatchObject({
      details: { argument: "time" },
    });
  });
});

test("a picture that took another one's place, was given or lost its run takes no room for good", async () => {
  const budget = createFeedBudget(1_000_000);
  const { feed, camera } = createCamera(1_000_000, budget);
  for (const at of [0, 1, 2]) await feed.push(at, { bytes: await picture(4) });
  expect(budget.fits(1_000_000)).toBe(false);
  await camera[Symbol.asyncIterator]().next();
  expect(budget.fits(1_000_000)).toBe(true);
  await feed.push(3, { bytes: await picture(4), wait: true });
  feed.close();
  expect(budget.fits(1_000_000)).toBe(true);
});
