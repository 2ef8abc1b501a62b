import { expect, test } from "@jest/globals";
import { expectTypeOf } from "expect-type";
import {
  type AudioInputStream,
  type AudioPiece,
  audio,
  audioStream,
  checkbox,
  defineDemo,
  dropdown,
  type ImageInputStream,
  image,
  imageStream,
  type LiveValue,
  number,
  slider,
  text,
} from "yieldcast";

test("streams and controls that stream have their types in run", () => {
  const demo = defineDemo({
    inputs: {
      mic: audioStream({ sampleRate: 48_000, channels: 2 }),
      camera: imageStream({ every: 200, sources: ["webcam"] }),
      tempo: slider({ min: 40, max: 200, streaming: true }),
      count: number({ integer: true, default: 1, streaming: true }),
      loud: checkbox({ streaming: true }),
      mood: dropdown({ choices: ["calm", "wild"], streaming: true }),
      words: text({ maxLength: 10, streaming: true }),
      steps: slider({ min: 1, max: 2 }),
    },
    output: text(),
    run(inputs) {
      expectTypeOf(inputs).toEqualTypeOf<{
        mic: AudioInputStream;
        camera: ImageInputStream;
        tempo: LiveValue<number>;
        count: LiveValue<number>;
        loud: LiveValue<boolean>;
        mood: LiveValue<"calm" | "wild">;
        words: LiveValue<string>;
        steps: number;
      }>();
      return "x";
    },
  });
  expect(demo.inputs?.mic.kind).toBe("audioStream");
});

test("what a stream gives can be yielded as it is", () => {
  const demo = defineDemo({
    inputs: { mic: audioStream(), camera: imageStream() },
    outputs: { sound: audio({ streaming: true }), picture: image() },
    async *run({ mic, camera }) {
      for await (const sound of mic) {
        expectTypeOf(sound).toEqualTypeOf<AudioPiece>();
        yield { sound };
      }
      for await (const picture of camera) yield { picture };
    },
  });
  expect(demo.inputs?.camera.options.every).toBe(100);
});

test("streams stand among the inputs, with the options that they have", () => {
  // @ts-expect-error A stream is only given.
  defineDemo({ output: audioStream(), run: () => "x" });
  // @ts-expect-error A stream is only given.
  defineDemo({ outputs: { camera: imageStream() }, run: () => ({}) });
  // @ts-expect-error One or two channels.
  audioStream({ channels: 3 });
  // @ts-expect-error There is no such source.
  imageStream({ sources: ["clipboard"] });
  // @ts-expect-error A text that streams out is not typed in.
  text({ append: true, streaming: true });
  expect(audioStream).toBeInstanceOf(Function);
});
