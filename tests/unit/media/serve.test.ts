import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { fileOutput } from "@/lib/kinds/file/output";
import { createMedia } from "@/lib/media/serve-media";
import { createKeptRun, type KeptRun, serve, sine } from "./kept-run";

/** Both shapes in which a server hands on what is asked for. */
const shapes = ["fetch", "handle"] as const;

describe.each(shapes)("media through %s", (shape) => {
  let run: KeptRun;
  let server: Awaited<ReturnType<typeof serve>>;
  let whole: Uint8Array;

  beforeAll(async () => {
    run = await createKeptRun();
    run.writers.set("report", fileOutput.writer({}, run.context));
    for (let i = 0; i < 3; i++) await run.yield(sine(i * 0.5, 0.5, { rate: 8000 }));
    server = await serve(run);
    whole = await run.body("0.wav");
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const get = (rest: string, headers: Record<string, string> = {}, method = "GET") =>
    shape === "fetch"
      ? run.get(rest, { headers, method })
      : fetch(`${server.url}${run.at(rest)}`, { headers, method });

  test.each([
    ["bytes=0-0", 0, 1],
    ["bytes=10-19", 10, 20],
    ["bytes=8000-", 8000, 8044],
    ["bytes=-44", 8000, 8044],
    ["bytes=-999999", 0, 8044],
    ["bytes=8043-999999", 8043, 8044],
    ["Bytes = 1-2", 0, 8044],
  ])("sends %s of what it has", async (range, start, end) => {
    const response = await get("0.wav", { range });
    const isWhole = end - start === 8044 && !range.startsWith("bytes=-");
    expect(response.status).toBe(isWhole ? 200 : 206);
    if (!isWhole) {
      expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end - 1}/8044`);
    }
    expect(response.headers.get("content-length")).toBe(String(end - start));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(whole.slice(start, end));
  });

  test.each(["bytes=8044-", "bytes=9000-9001", "bytes=-0"])(
    "says 416 to %s, and how much there is",
    async (range) => {
      const response = await get("0.wav", { range });
      expect(response.status).toBe(416);
      expect(response.headers.get("content-range")).toBe("bytes */8044");
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  test.each(["bytes=5-2", "bytes=0-1,4-5", "bytes=a-b", "lines=1-2", "bytes=-", "bytes=1"])(
    "sends all of it for %s, as HTTP allows",
    async (range) => {
      const response = await get("0.wav", { range });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(8044);
    },
  );

  test("goes on with a range only where the tag is still that of the first part", async () => {
    const tag = (await get("0.wav")).headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]+"$/);
    const range = "bytes=2-3";
    expect((await get("0.wav", { range, "if-range": tag })).status).toBe(206);
    for (const other of ['"other"', `W/${tag}`, "Sat, 29 Oct 2030 19:43:31 GMT"]) {
      expect((await get("0.wav", { range, "if-range": other })).status).toBe(200);
    }
  });

  test("says 304 to who has it already", async () => {
    const tag = (await get("0.wav")).headers.get("etag") ?? "";
    for (const known of [tag, `"x", W/${tag}`]) {
      const response = await get("0.wav", { "if-none-match": known });
      expect(response.status).toBe(304);
      expect(await response.text()).toBe("");
    }
    expect((await get("1.wav", { "if-none-match": tag })).status).toBe(200);
  });

  test("tells HEAD of the whole, whatever range it asks for", async () => {
    const response = await get("0.wav", { range: "bytes=0-1" }, "HEAD");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("8044");
    expect(response.headers.get("accept-ranges")).toBe("bytes");
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  test("can be read by players on other pages", async () => {
    const { headers, status } = await get("0.wav", {}, "OPTIONS");
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-headers")).toContain("Range");
    const { headers: sent } = await get("0.wav");
    expect(sent.get("access-control-expose-headers")).toContain("Content-Range");
    expect(sent.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(sent.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(sent.get("x-content-type-options")).toBe("nosniff");
    expect((await get("0.wav", {}, "POST")).status).toBe(405);
  });

  test("is found under its own address only", async () => {
    for (const rest of [
      "0",
      "0.mp4",
      "0.png",
      "0.webp?width=3",
      "z.wav",
      "sound/0/band-sound.mp3",
    ]) {
      expect([rest, (await get(rest)).status]).toEqual([rest, 404]);
    }
    const other = await run.media.fetch(new Request("http://x/media/another/0.wav"));
    expect(other.status).toBe(404);
    expect(other.headers.get("cache-control")).toBe("no-store");
  });

  test.each([
    ["report.csv", { name: "report.csv", data: "a,b\n" }, "text/csv; charset=utf-8"],
    ["evil.html", { name: "evil.html", data: "<script>1</script>" }, "text/html; charset=utf-8"],
    ["passwd", { name: "../../etc/passwd", data: "x" }, "text/plain; charset=utf-8"],
    ['Übung 1;".txt', { name: 'Übung 1;".txt', data: "x" }, "text/plain; charset=utf-8"],
    ["photo.txt", { name: "photo.txt", data: png() }, "image/png"],
    ["data", { name: "data", data: new Uint8Array([1, 2, 3]) }, "application/octet-stream"],
    ["empty.txt", { name: "empty.txt", data: "" }, "text/plain; charset=utf-8"],
    ["x.bin", new File(["abc"], "x.bin", { type: "application/x-thing" }), "application/x-thing"],
    ["LICENSE", "LICENSE", "application/octet-stream"],
    ["license.txt", { path: "LICENSE", name: "license.txt" }, "text/plain"],
  ])("offers the file %s to be kept, never to be run", async (name, value, type) => {
    const logged = await run.yield(value, "report");
    if (logged?.kind !== "file") throw new Error("No file was logged.");
    expect(logged.name).toBe(name);
    const { id } = logged;
    const response = await get(`report/${id}/${encodeURIComponent(name)}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    const disposition = response.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename=/);
    expect(disposition).toMatch(/^[\x20-\x7e]*$/);
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect((await response.arrayBuffer()).byteLength).toBe(logged.bytes);
    // Under no other name, and not as if it were a picture or a piece of sound.
    for (const rest of [`report/${id}/other.exe`, id, `${id}.png`, `${id}.bin`, `${id}.wav`]) {
      expect((await get(rest)).status).toBe(404);
    }
  });
});

test("who asks for much and reads nothing is left after a while", async () => {
  const data = new Uint8Array(64 * 2 ** 20);
  const found = { type: "audio/wav", parts: [data, data], final: true } as const;
  const { handle } = createMedia(async () => found, { stalledAfter: 50 });
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const left = new Promise((resolve) => {
    server.once("connection", (socket) => socket.once("close", resolve));
  });
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
  client.pause();
  client.write("GET /media/run/0.wav HTTP/1.1\r\nHost: x\r\n\r\n");
  await left;
  client.destroy();
  server.close();
});

test.each([
  [{ name: "a.txt" }],
  [{ data: "x" }],
  [{ name: "a", data: "x", mimeType: "text/html\r\nX: y" }],
  [{ path: "../outside" }],
  ["/etc/passwd"],
  [7],
  [null],
])("%j is no file", async (value) => {
  const { context } = await createKeptRun();
  const write = async () => fileOutput.writer({}, context).write(value);
  await expect(write()).rejects.toThrow(/expects/);
});

/** As much of a PNG as its type shows. */
function png(): Uint8Array {
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89],
    ...[0, 0, 0, 0, 0x49, 0x44, 0x41, 0x54, 0, 0, 0, 0],
  ]);
}
