import { expect, test } from "@jest/globals";
import { readSseMessages, type SseMessage } from "../../../lib/client/sse-messages";

async function read(chunks: Uint8Array[]): Promise<{ messages: SseMessage[]; heard: number }> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const messages: SseMessage[] = [];
  let heard = 0;
  for await (const message of readSseMessages(body, () => heard++)) messages.push(message);
  return { messages, heard };
}

const bytes = new TextEncoder().encode(
  ':\n\nevent: next\ndata: {"a":"·𝄞"}\n\n: ping\n\nevent: next\r\ndata: one\r\ndata: two\r\n\r\nevent: complete\ndata:\n\nevent: next\ndata: cut',
);
const expected = [
  { event: "next", data: '{"a":"·𝄞"}' },
  { event: "next", data: "one\ntwo" },
  { event: "complete", data: "" },
];

test.each([1, 2, 3, 5, 7, 1000])("messages come whole from chunks of %i bytes", async (size) => {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const { messages, heard } = await read(chunks);
  expect(messages).toEqual(expected);
  expect(heard).toBe(chunks.length);
});

test("who stops reading lets go of the stream", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel() {
      cancelled = true;
    },
  });
  for await (const _ of readSseMessages(body, () => {})) break;
  expect(cancelled).toBe(true);
});
