import { expect, test } from "@jest/globals";
import { type ExecutionResult, GraphQLError } from "graphql";
import { toEventStream } from "@/graphql/event-stream";

/** Results that count how often they were asked for. */
function createResults(results: ExecutionResult[]) {
  const seen = { asked: 0, left: false };
  async function* give(): AsyncGenerator<ExecutionResult> {
    try {
      for (const result of results) {
        seen.asked++;
        yield result;
      }
    } finally {
      seen.left = true;
    }
  }
  return { seen, stream: toEventStream(give()) };
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const decoder = new TextDecoder();
  const chunks: string[] = [];
  for await (const chunk of stream) chunks.push(decoder.decode(chunk));
  return chunks;
}

const numbered = (count: number, size = 0): ExecutionResult[] =>
  Array.from({ length: count }, (_, at) => ({ data: { at: `${at}`.padStart(size) } }));

test("results that come together are one chunk, in the words of server-sent events", async () => {
  const chunks = await readAll(createResults(numbered(100)).stream);
  const events = numbered(100).map((each) => `event: next\ndata: ${JSON.stringify(each)}\n\n`);
  expect(chunks.join("")).toBe(`:\n\n${events.join("")}event: complete\ndata:\n\n`);
  expect(chunks.length).toBeLessThan(5);
});

test("no more is asked for than a reader takes, and all comes once it does", async () => {
  const { seen, stream } = createResults(numbered(100, 10_000));
  const reader = stream.getReader();
  const { value: first } = await reader.read();
  // Whatever is going to be asked for unread has been, some turns later.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(seen.asked).toBeLessThan(20);
  reader.releaseLock();
  const rest = await readAll(stream);
  const text = new TextDecoder().decode(first) + rest.join("");
  expect(text.match(/^event: next$/gm)).toHaveLength(100);
  expect(text.endsWith("event: complete\ndata:\n\n")).toBe(true);
});

test("who goes ends what he reads, also one that waits for him to read", async () => {
  for (const size of [0, 100_000]) {
    const { seen, stream } = createResults(numbered(3, size));
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(seen.left).toBe(true);
  }
});

test("a stream whose source fails breaks off, and is not taken for a finished one", async () => {
  async function* give(): AsyncGenerator<ExecutionResult> {
    yield { data: { at: 1 } };
    throw new Error("The source failed.");
  }
  const reader = toEventStream(give()).getReader();
  let text = "";
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += new TextDecoder().decode(value);
    }
  })();
  await expect(reading).rejects.toThrow("The source failed.");
  expect(text).not.toContain("event: complete");
});

test("an error's HTTP status, which Yoga notes in it, is not sent; its place is", async () => {
  const error = new GraphQLError("It is wrong.", {
    path: ["word"],
    extensions: { code: "WRONG", http: { status: 400 } },
  });
  const [text = ""] = await readAll(createResults([{ data: null, errors: [error] }]).stream);
  const sent = JSON.parse(/^data: (.+)$/m.exec(text)?.[1] ?? "");
  expect(sent).toEqual({
    data: null,
    errors: [{ message: "It is wrong.", path: ["word"], extensions: { code: "WRONG" } }],
  });
});
