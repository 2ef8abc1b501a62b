import { expect, test } from "@jest/globals";
import { audioStream, checkbox, defineDemo, dropdown, image, slider, text } from "yieldcast";

const inputs = {
  steps: slider({ min: 1, max: 10 }),
  tempo: slider({ min: 1, max: 10, streaming: true }),
  mood: dropdown({ choices: ["calm", "wild"] }),
  loud: checkbox(),
};
const run = () => "x";

test("an example gives some of the inputs, with or without a label", () => {
  defineDemo({
    inputs,
    output: text(),
    examples: [{}, { steps: 5 }, { mood: "wild", loud: true }],
    run,
  });
  // What a control is given that is moved meanwhile is its first value.
  defineDemo({ inputs, output: text(), examples: { run: true, of: [{ tempo: 3 }] }, run });
  defineDemo({ inputs, output: text(), examples: { of: { "Five steps": { steps: 5 } } }, run });
  expect(run()).toBe("x");
});

test("an example does not widen what run is given", () => {
  defineDemo({
    inputs: { mood: dropdown({ choices: ["calm", "wild"] }) },
    examples: [{ mood: "calm" }],
    output: text(),
    run({ mood }) {
      const known: "calm" | "wild" = mood;
      return known;
    },
  });
  expect(run()).toBe("x");
});

test("a wrong name or value does not compile", () => {
  // @ts-expect-error There is no such input.
  defineDemo({ inputs, output: text(), examples: [{ step: 5 }], run });
  // @ts-expect-error There is no such input, beside one that there is.
  defineDemo({ inputs, output: text(), examples: [{ steps: 5, sed: 1 }], run });
  // @ts-expect-error Steps are a number.
  defineDemo({ inputs, output: text(), examples: [{ steps: "5" }], run });
  // @ts-expect-error There is no such choice.
  defineDemo({ inputs, output: text(), examples: { of: { Angry: { mood: "furious" } } }, run });
  // @ts-expect-error There is no such input, in one that is run.
  defineDemo({ inputs, output: text(), examples: { run: true, of: [{ sed: 1 }] }, run });
  // @ts-expect-error run is true or false.
  defineDemo({ inputs, output: text(), examples: { run: "once", of: [{ steps: 5 }] }, run });
  const mic = { mic: audioStream() };
  // @ts-expect-error A microphone is fed while the run goes on.
  defineDemo({ inputs: mic, output: text(), examples: [{ mic: "a.wav" }], run });
  const photo = { photo: image({ sources: ["upload"] }) };
  defineDemo({ inputs: photo, output: text(), examples: [{ photo: "./_files/cat.jpg" }], run });
  // @ts-expect-error A file's path begins in the demo's folder.
  defineDemo({ inputs: photo, output: text(), examples: [{ photo: "cat.jpg" }], run });
  // @ts-expect-error A file is not named by a number.
  defineDemo({ inputs: photo, output: text(), examples: [{ photo: 5 }], run });
  expect(run()).toBe("x");
});
