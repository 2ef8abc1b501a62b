import { expect, test } from "@jest/globals";
import { inTime } from "../in-time";

/** Gives one after the other, and counts how many were taken. */
function measures(...values: number[]) {
  let taken = 0;
  return {
    measure: async () => values[taken++] ?? Number.NaN,
    get taken() {
      return taken;
    },
  };
}

test("what is in time once is taken, and not measured again", async () => {
  const late = measures(900, 20, 10);
  expect(await inTime(late.measure, (took) => expect(took).toBeLessThan(50))).toBe(20);
  expect(late.taken).toBe(2);
});

test("what is late three times fails, with what was measured last", async () => {
  const late = measures(900, 800, 700, 10);
  const failing = inTime(late.measure, (took) => {
    if (took > 50) throw new Error(`${took} ms`);
  });
  await expect(failing).rejects.toThrow("700 ms");
  expect(late.taken).toBe(3);
});

test("what is wrong in the measure itself fails at once", async () => {
  let tries = 0;
  const wrong = async () => {
    tries++;
    throw new Error("A sample is missing.");
  };
  await expect(inTime(wrong, () => {})).rejects.toThrow("A sample is missing.");
  expect(tries).toBe(1);
});
