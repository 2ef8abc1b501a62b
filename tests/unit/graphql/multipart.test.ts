import { expect, test } from "@jest/globals";
import { readMultipart } from "@/graphql/multipart";
import { formOf, formType, partsOf } from "../../contract/send-file";

const pieceBytes = 64 * 1024;

/** A request whose sender counts what was taken off it. */
function requestOf(form: Buffer) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent >= form.length) return controller.close();
        controller.enqueue(new Uint8Array(form.subarray(sent, sent + pieceBytes)));
        sent += pieceBytes;
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://localhost/api/graphql", {
    method: "POST",
    headers: { "content-type": formType },
    body,
    duplex: "half",
  } as RequestInit);
  return { request, sent: () => Math.min(sent, form.length) };
}

const form = formOf(partsOf({ content: Buffer.alloc(10_000_000, "a"), name: "a" }));

test("a slow disk holds the sender up", async () => {
  const { request, sent } = requestOf(form);
  const { file } = await readMultipart(request, 10_000);
  for (let turn = 0; turn < 1000; turn++) await new Promise(setImmediate);
  expect(sent()).toBeLessThan(5 * pieceBytes);
  let taken = 0;
  for await (const chunk of file.content) {
    taken += chunk.byteLength;
    await new Promise(setImmediate);
    expect(sent() - taken).toBeLessThan(5 * pieceBytes);
  }
  expect(taken).toBe(10_000_000);
});

test("of a file that is not wanted the rest is let go, so that the sender hears the answer", async () => {
  const { request, sent } = requestOf(form);
  const { file } = await readMultipart(request, 10_000);
  for await (const _chunk of file.content) break;
  for (let turn = 0; turn < 10_000 && sent() < form.length; turn++) {
    await new Promise(setImmediate);
  }
  expect(sent()).toBe(form.length);
});
