import { expect, test } from "@jest/globals";
import { audioStream, defineDemo, imageStream, text } from "yieldcast";
import { checkDemo, isFault } from "@/lib/demo/check-demo";
import { describeDemo } from "@/lib/demo/describe";

const problemsOf = (exported: unknown) => {
  const checked = checkDemo("demos/streams.ts", exported);
  return isFault(checked) ? checked.problems : [];
};

test("options of a stream that make no sense are faults of the demo", () => {
  const inputs = {
    slow: audioStream({ sampleRate: 100 }),
    wide: audioStream({ channels: 6 as 1 }),
    hasty: imageStream({ every: 1, maxWidth: 10_000 }),
    nowhere: imageStream({ sources: [] }),
  };
  expect(problemsOf({ inputs, output: text(), run: () => "" })).toEqual([
    'The input "slow": sampleRate must be a whole number from 8,000 to 96,000; got 100.',
    'The input "wide": channels must be 1 or 2; got 6.',
    'The input "hasty": every must be a number of milliseconds from 20 to 60,000; got 1.',
    'The input "hasty": maxWidth must be a whole number from 16 to 4,096; got 10000.',
    'The input "nowhere": sources must list "webcam", "upload" or both; got an array of 0.',
  ]);
});

test("a page knows of a stream what it is to feed", () => {
  const demo = defineDemo({
    inputs: { mic: audioStream(), camera: imageStream() },
    output: text(),
    run: () => "",
  });
  const checked = checkDemo("demos/streams.ts", demo);
  if (isFault(checked)) throw new Error(checked.problems.join());
  expect(describeDemo(checked).inputs).toEqual([
    {
      kind: "audioStream",
      name: "mic",
      label: "Mic",
      default: undefined,
      options: { sampleRate: 16_000, channels: 1 },
    },
    {
      kind: "imageStream",
      name: "camera",
      label: "Camera",
      default: undefined,
      options: { every: 100, sources: ["webcam", "upload"], maxWidth: 640 },
    },
  ]);
});
