import { expect, test } from "@jest/globals";
import type { ExecutionResult } from "graphql";
import { sendEach } from "@/graphql/send-each";

async function* results(count: number, left = () => {}): AsyncGenerator<ExecutionResult> {
  try {
    for (let at = 0; at < count; at++) yield { data: { at } };
  } finally {
    left();
  }
}

test("each result is a message of the protocol, and the stream that stands for them is empty", async () => {
  const sent: string[] = [];
  const send = (message: string) => void sent.push(message);
  for await (const nothing of sendEach('a"b', results(2), send)) throw nothing;
  expect(sent.map((message) => JSON.parse(message))).toEqual(
    [0, 1].map((at) => ({ id: 'a"b', type: "next", payload: { data: { at } } })),
  );
});

test("a message that has to leave first is waited for", async () => {
  const sent: string[] = [];
  let goOn = () => {};
  const send = (message: string) => {
    sent.push(message);
    return new Promise<void>((resolve) => {
      goOn = resolve;
    });
  };
  const ended = sendEach("1", results(2), send).next();
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(sent).toHaveLength(1);
  goOn();
  while (sent.length < 2) await new Promise((resolve) => setImmediate(resolve));
  goOn();
  expect(await ended).toEqual({ value: undefined, done: true });
});

test("one that is left leaves its results, and one whose message is lost fails", async () => {
  let left = 0;
  const sending = sendEach(
    "1",
    results(2, () => left++),
    () => Promise.reject(new Error("The wire is lost.")),
  );
  await expect(sending.next()).rejects.toThrow("The wire is lost.");
  await sending.return();
  expect(left).toBe(1);
});
