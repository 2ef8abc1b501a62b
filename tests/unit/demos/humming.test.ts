import { expect, test } from "@jest/globals";
import { syllablesOf } from "@/demos/_syllables";
import { createVoice, sampleRate } from "@/demos/_vocal-tract";
import { joined, largestStep } from "./read-wav";
import { runDemo } from "./run-demo";

test("without an endpoint it says so and hums syllable by syllable", async () => {
  await using run = await runDemo("speech", { words: "A generator yields." });
  const done = await run.reaches();
  expect(done.run).toMatchObject({
    status: "DONE",
    notices: [
      { text: "A local voice without words hums the syllables, as SPEECH_URL is not set." },
    ],
  });
  expect(done.yields).toBeGreaterThanOrEqual(5);
  const chunks = await run.chunks("voice");
  const seconds = chunks.reduce((sum, { chunk }) => sum + chunk.duration, 0);
  expect(seconds).toBeGreaterThan(1);
  expect(seconds).toBeLessThan(3);
});

test.each([
  ["A generator yields.", "a ge ne ra tor yields"],
  ["Hello, world!", "hel lo world"],
  ["It is 42 – rhythm", "it is 4 2 rhythm"],
  ["日本", "日 本"],
  ["?!", ""],
])("the syllables of %j are %j", (text, syllables) => {
  expect(
    syllablesOf(text)
      .map(({ letters }) => letters)
      .join(" "),
  ).toBe(syllables);
});

test("the voice is loud enough, does not click between syllables and ends in silence", () => {
  const say = createVoice();
  const parts = syllablesOf("Is a stream what you see of a generator? Yes, 42 times.").map(say);
  const sound = joined(parts);
  const power = sound.reduce((sum, sample) => sum + sample * sample, 0) / sound.length;
  expect(10 * Math.log10(power)).toBeGreaterThan(-26);
  expect(sound.every((sample) => Math.abs(sample) < 0.95)).toBe(true);
  let at = 0;
  const joins = parts.slice(0, -1).map((part) => {
    at += part.length;
    return largestStep(sound.subarray(at - 1, at + 1), 1);
  });
  expect(Math.max(...joins)).toBeLessThan(0.15);
  expect(largestStep(sound.subarray(-sampleRate / 20), 1)).toBeLessThan(1e-3);
});
