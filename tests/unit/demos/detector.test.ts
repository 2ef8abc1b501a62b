import path from "node:path";
import { expect, test } from "@jest/globals";
import { createDetector, type DetectorOptions } from "@/demos/_detector";
import { eventually } from "../../eventually";

const script = path.join(import.meta.dirname, "broken-worker.mjs");
const never = new AbortController().signal;

function create(options: DetectorOptions = {}) {
  const detector = createDetector({ script, ...options });
  const ask = async (letters: string, signal = never) =>
    Buffer.from((await detector.detect(Buffer.from(letters), signal)).drawn).toString();
  return { detector, ask, [Symbol.asyncDispose]: () => detector[Symbol.asyncDispose]() };
}

test("pictures are answered one after the other, as they came", async () => {
  await using it = create();
  expect(it.detector.isAwake).toBe(false);
  expect(await Promise.all(["1", "2", "3"].map((each) => it.ask(each)))).toEqual(["1", "2", "3"]);
});

test.each([
  ["c", "The detector has crashed at this picture: Out of luck. Run it again."],
  ["e", "The detector has crashed at this picture: its thread ended with code 3. Run it again."],
])(
  "a crash (%s) fails its own picture alone, and the next one begins anew",
  async (letter, message) => {
    await using it = create();
    const crashed = it.ask(letter);
    const next = it.ask("next");
    await expect(crashed).rejects.toMatchObject({ name: "DemoError", message });
    expect(await next).toBe("next");
  },
);

test("a picture that takes too long is given up", async () => {
  await using it = create({ limitMilliseconds: 500 });
  const stuck = it.ask("hang");
  const next = it.ask("next");
  await expect(stuck).rejects.toThrow(
    "The detector took more than 0.5 s for a picture. Run it again.",
  );
  expect(await next).toBe("next");
});

test("a missing package is told with what to install", async () => {
  await using it = create();
  await expect(it.ask("m")).rejects.toThrow(
    /^The detector is not installed\. Install it: npm install /,
  );
});

test("a run that is stopped waits no longer, and its picture is not looked at", async () => {
  await using it = create({ mostWaiting: 1 });
  const stop = new AbortController();
  const first = it.ask("first");
  const stopped = it.ask("c", stop.signal);
  await expect(it.ask("late")).rejects.toThrow("1 pictures wait for the detector already.");
  stop.abort(new Error("Stopped"));
  await expect(stopped).rejects.toThrow("Stopped");
  const last = it.ask("last");
  expect(await Promise.all([first, last])).toEqual(["first", "last"]);
  await expect(it.ask("never", stop.signal)).rejects.toThrow("Stopped");
});

test("without work its thread ends, and begins again", async () => {
  await using it = create({ idleMilliseconds: 50 });
  expect(await it.ask("1")).toBe("1");
  expect(it.detector.isAwake).toBe(true);
  await eventually(
    async () => it.detector.isAwake,
    (isAwake) => !isAwake,
  );
  expect(await it.ask("2")).toBe("2");
});

test("the thread of a version before an edit ends soon, but not while a run needs it", async () => {
  await using before = create();
  expect(await before.ask("1")).toBe("1");
  await using edited = create();
  const last = before.ask("2");
  expect(await edited.ask("1")).toBe("1");
  expect(await last).toBe("2");
  await eventually(
    async () => before.detector.isAwake,
    (isAwake) => !isAwake,
  );
  expect(edited.detector.isAwake).toBe(true);
});
