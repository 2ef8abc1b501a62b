import { expect, test } from "@jest/globals";
import { slider } from "yieldcast";
import type { InputDeclaration } from "@/lib/kinds/inputs";
import type { LiveValue } from "@/lib/kinds/live-value";
import { createInputFeed } from "@/lib/run/feeds";
import { createFeedBudget } from "@/lib/run/feeds/feed-budget";
import { readSettings } from "@/lib/settings";

const budget = createFeedBudget(1);

function createTempo() {
  const input = slider({ min: 1, max: 10, streaming: true }) as InputDeclaration;
  const settings = readSettings({});
  const feed = createInputFeed({ name: "tempo", input, initial: 5, settings, budget });
  if (!feed) throw new Error("It is not fed.");
  return { feed, tempo: feed.given as LiveValue<number> };
}

test("a control's value is the newest", async () => {
  const { feed, tempo } = createTempo();
  expect(tempo.value).toBe(5);
  await feed.push(0, { value: 7 });
  expect(tempo.value).toBe(7);
  await expect(feed.push(1, { value: 11 })).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: 'The argument "value" must be a whole number from 1 to 10; got 11.',
  });
  await expect(feed.push(1, { bytes: new Uint8Array(1) })).rejects.toMatchObject({
    details: { argument: "data" },
  });
  expect(tempo.value).toBe(7);
});

test("each iteration is given what is new to it, and only the newest of that", async () => {
  const { feed, tempo } = createTempo();
  const one = tempo[Symbol.asyncIterator]();
  const other = tempo[Symbol.asyncIterator]();
  const asked = one.next();
  await feed.push(0, { value: 6 });
  await feed.push(1, { value: 7 });
  expect(await asked).toEqual({ value: 6, done: false });
  expect((await one.next()).value).toBe(7);
  expect((await other.next()).value).toBe(7);
  const late = one.next();
  await other.return?.();
  await feed.push(2, { value: 8, end: true });
  expect((await late).value).toBe(8);
  expect(await one.next()).toEqual({ value: undefined, done: true });
  expect(await other.next()).toEqual({ value: undefined, done: true });
});

test("whoever waits for a change is let go when the run is over", async () => {
  const { feed, tempo } = createTempo();
  const step = tempo[Symbol.asyncIterator]().next();
  feed.close();
  await expect(step).rejects.toMatchObject({ name: "AbortError" });
});

test("a control that does not stream is not fed", () => {
  const input = slider({ min: 1, max: 10 }) as InputDeclaration;
  const settings = readSettings({});
  expect(createInputFeed({ name: "x", input, initial: 1, settings, budget })).toBeUndefined();
});
