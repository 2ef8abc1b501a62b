import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import sharp from "sharp";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { collectData } from "./collect";
import { subscribeOverSse } from "./over-sse";
import { describeOwn, siteWith } from "./own-site";
import { ask, query } from "./query";
import { cancel, find } from "./runs";
import {
  formOf,
  formType,
  map,
  operations,
  type Part,
  partsOf,
  type SentFile,
  sendFile,
  sendForm,
} from "./send-file";

const most = 200_000;
const note: SentFile = { content: "Good morning.\n", name: "note.txt" };

describeOwn("files that are uploaded", () => {
  let site: Site;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "yieldcast-uploads-test-"));
    site = await siteWith({
      YIELDCAST_UPLOADS_FOLDER: folder,
      YIELDCAST_MAX_UPLOAD_BYTES: `${most}`,
      YIELDCAST_UPLOAD_KEEP_SECONDS: "0",
      YIELDCAST_MAX_UPLOADS: "40",
    });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  /** The files that lie below the folder. */
  const onDisk = async (): Promise<string[]> => {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    } catch (error) {
      // A folder in it went away while it was read.
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return onDisk();
      throw error;
    }
  };
  const onDiskAre = (count: number) => eventually(onDisk, (files) => files.length === count);
  const send = (parts: readonly Part[]) => sendForm(parts, { site: site.url });
  const upload = (file: SentFile) => sendFile(file, site.url);

  const take = async (id: string, more = "") => {
    const events = subscribeOverSse<{ takeFile: { seen: { [name: string]: unknown } } }>(
      `subscription ($id: ID!) { takeFile(document: $id${more}) { seen } }`,
      { variables: { id }, url: site.url },
    );
    const [only] = await collectData(events);
    return only?.takeFile.seen;
  };

  test("a run reads one, which is gone after it", async () => {
    const before = (await onDisk()).length;
    const sent = await upload(note);
    expect(sent).toMatchObject({ name: "note.txt", mimeType: "text/plain", size: 14 });
    await onDiskAre(before + 1);
    expect(await take(sent.id)).toEqual({
      name: "note.txt",
      mimeType: "text/plain",
      size: 14,
      sha256: createHash("sha256").update(note.content).digest("hex"),
      modes: ["600", "700"],
      namedAfterIt: false,
    });
    await onDiskAre(before);
    const { errors } = await query(
      "mutation ($id: ID!) { startTakeFile(document: $id) { id } }",
      { id: sent.id },
      site.url,
    );
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining("there is no such upload, or no longer"),
      extensions: {
        code: "BAD_USER_INPUT",
        argument: "document",
        arguments: [{ argument: "document", code: "UPLOAD_NOT_FOUND" }],
      },
    });
  });

  test("who watches a run learns neither its id nor where it lies", async () => {
    const before = (await onDisk()).length;
    const { id } = await upload(note);
    const { started } = await ask<{ started: { id: string; key: string } }>(
      "mutation ($id: ID!) { started: startTakeFile(document: $id, hold: 60000) { id key } }",
      { id },
      site.url,
    );
    const page = await (await fetch(`${site.url}/runs/${started.id}`)).text();
    const { run } = await ask<{ run: { inputs: { [name: string]: unknown } } }>(
      "query ($id: ID!) { run(id: $id) { inputs state { seq } } }",
      { id: started.id },
      site.url,
    );
    expect(run.inputs).toEqual({
      document: { name: "note.txt", mimeType: "text/plain", size: 14 },
      hold: 60000,
    });
    expect(page).toContain("note.txt");
    for (const secret of [id, folder, ...(await onDisk())]) expect(page).not.toContain(secret);
    await cancel(started, site.url);
    await eventually(
      () => find(started.id, site.url),
      (found) => found?.status === "CANCELLED",
    );
    await onDiskAre(before);
  });

  test("twenty at once are told apart", async () => {
    const before = (await onDisk()).length;
    const files = Array.from({ length: 20 }, (_, at) => ({
      content: `${at}`.repeat(5000),
      name: `${at}.txt`,
    }));
    const sent = await Promise.all(files.map(upload));
    const seen = await Promise.all(sent.map(({ id }) => take(id)));
    expect(seen.map((each) => each?.sha256)).toEqual(
      files.map(({ content }) => createHash("sha256").update(content).digest("hex")),
    );
    await onDiskAre(before);
  });

  test.each([
    ["../../etc/passwd", "passwd"],
    ["/etc/passwd", "passwd"],
    ["C:\\Windows\\win.ini", "win.ini"],
    ["..", "file"],
    ["", "file"],
    ["a\u202egpj.txt", "agpj.txt"],
    ["a\u0000b\u001bc.txt", "abc.txt"],
    [`${"x".repeat(400)}.txt`, `${"x".repeat(251)}.txt`],
    ["Überblick 🎈.txt", "Überblick 🎈.txt"],
  ])("the name %j is only a text: %j", async (name, expected) => {
    const sent = await upload({ ...note, name });
    expect(sent.name).toBe(expected);
    expect(await take(sent.id).catch(() => ({ namedAfterIt: false }))).toMatchObject({
      namedAfterIt: false,
    });
  });

  test("another type than the one asked for is refused, whatever it is called", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    const { id, mimeType } = await upload({ content: png, name: "voice.txt" });
    expect(mimeType).toBe("image/png");
    await expect(take(id)).rejects.toThrow(
      /must be the id of an uploaded file of at most 50 kB \(text\/\*, \.pdf\); got a PNG picture named \\?"voice.txt\\?"/,
    );
    const large = await upload({ content: "x".repeat(60_000), name: "large.txt" });
    await expect(take(large.id)).rejects.toThrow(/of 60,000 bytes: choose a smaller one/);
  });

  test("sound, video and pictures come with what their headers say, and may be yielded", async () => {
    const media = (name: string) => ({
      content: readFileSync(path.join("tests/fixtures/media", name)),
      name,
    });
    const film = await upload(media("part-0.mp4"));
    const create = { width: 40, height: 30, channels: 3, background: "red" } as const;
    const photo = await upload({
      content: await sharp({ create }).png().toBuffer(),
      name: "photo",
    });
    const silence = Buffer.concat([wavHead(8000), Buffer.alloc(16_000)]);
    const sound = await upload({ content: silence, name: "voice" });
    const events = subscribeOverSse<{
      takeMedia: { seen: { [known: string]: unknown }[]; picture: { width: number } };
    }>(
      `subscription ($sound: ID!, $film: ID!, $photo: ID!) {
        takeMedia(sound: $sound, film: $film, photo: $photo) { seen picture { width } }
      }`,
      {
        variables: { sound: sound.id, film: film.id, photo: photo.id },
        url: site.url,
      },
    );
    const [only] = await collectData(events);
    expect(only?.takeMedia.seen).toMatchObject([
      { mimeType: "audio/wav", duration: 1, sampleRate: 8000, channels: 1 },
      { mimeType: "video/mp4", width: 160, height: 90 },
      { mimeType: "image/png", width: 40, height: 30 },
    ]);
    expect(only?.takeMedia.picture.width).toBe(40);
  });

  test("too large a file is refused, whether its length is said beforehand or not", async () => {
    const before = await onDisk();
    const tooLarge = {
      message: expect.stringContaining("YIELDCAST_MAX_UPLOAD_BYTES"),
      extensions: { code: "UPLOAD_TOO_LARGE" },
    };
    const little = { content: Buffer.alloc(most + 1), name: "a" };
    expect((await send(partsOf(little))).errors).toMatchObject([tooLarge]);
    const much = { content: Buffer.alloc(20_000_000), name: "a" };
    expect(await send(partsOf(much))).toMatchObject({ status: 413, errors: [tooLarge] });
    const stream = new Blob([new Uint8Array(formOf(partsOf(much)))]).stream();
    expect((await sendForm(stream, { site: site.url })).errors).toMatchObject([tooLarge]);
    expect(await onDisk()).toEqual(before);
  });

  const file: Part = ["0", note];
  const ops: Part = ["operations", operations];
  const maps: Part = ["map", map];
  const asking = (variables: unknown): Part => [
    "operations",
    JSON.stringify({ query: JSON.parse(operations).query, variables }),
  ];
  const nested = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  test.each<[string, Part[], RegExp]>([
    ["no part at all", [], /file is missing/],
    ["no file", [ops, maps], /file is missing/],
    ["no map", [ops, file], /in this order: operations, map, the file/],
    ["no operations", [maps, file], /in this order/],
    ["the file first", [file, ops, maps], /in this order/],
    ["map first", [maps, ops, file], /in this order/],
    ["two files", [ops, maps, file, ["1", note]], /exactly one file/],
    ["two files in map", [ops, ["map", '{"0":["variables.file"],"1":["variables.b"]}']], /got 2/],
    ["two places", [ops, ["map", '{"0":["variables.file","variables.b"]}']], /which one variable/],
    ["a file of another name", [ops, maps, ["5", note]], /must be the field "0"/],
    ["a place too deep", [ops, ["map", '{"0":["variables.file.a.b"]}']], /which one variable/],
    ["a place outside", [ops, ["map", '{"0":["query"]}']], /which one variable/],
    ["a prototype", [ops, ["map", '{"0":["variables.constructor"]}']], /must be null/],
    ["a variable that is taken", [asking({ file: 5 }), maps, file], /must be null/],
    ["no variables", [["operations", '{"query":"{ __typename }"}'], maps, file], /have variables/],
    ["a list of operations", [["operations", `[${operations}]`], maps, file], /one operation/],
    ["operations that are no JSON", [["operations", "{"], maps, file], /must be JSON/],
    [
      "operations without end of nesting",
      [["operations", `{"query":"","variables":{"file":null,"a":${nested}}}`], maps, file],
      /nested/,
    ],
    ["map that is no JSON", [ops, ["map", "{"], file], /must be JSON/],
    ["a third field", [ops, maps, ["more", "x"], file], /must be the field "0"/],
    ["map once more", [ops, maps, maps, file], /exactly one file/],
  ])("a form with %s is refused and leaves nothing", async (_what, parts, message) => {
    const before = await onDisk();
    const { errors, status } = await send(parts);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: "BAD_MULTIPART" } },
    ]);
    expect([200, 400]).toContain(status);
    await eventually(onDisk, (now) => now.length <= before.length);
  });

  test("a file that no operation takes is not kept", async () => {
    const before = await onDisk();
    const query_ = "query ($file: File) { __typename }";
    const { errors } = await send([
      ["operations", JSON.stringify({ query: query_, variables: { file: null } })],
      maps,
      ["0", { content: Buffer.alloc(150_000), name: "a" }],
    ]);
    expect(errors?.[0]?.message).toMatch(/never used/);
    expect(await onDisk()).toEqual(before);
    const { errors: bare } = await query(
      "mutation ($file: File!) { upload(file: $file) { id } }",
      { file: "0" },
      site.url,
    );
    expect(bare?.[0]).toMatchObject({
      message: expect.stringContaining("GraphQL multipart request"),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  test("a file is uploaded once, however often an operation says so", async () => {
    const before = (await onDisk()).length;
    const twice =
      "mutation ($file: File!) { a: upload(file: $file) { size } b: upload(file: $file) { size } }";
    const { errors } = await send([
      ["operations", JSON.stringify({ query: twice, variables: { file: null } })],
      maps,
      file,
    ]);
    expect(errors).toMatchObject([{ path: ["b"], extensions: { code: "BAD_USER_INPUT" } }]);
    await onDiskAre(before + 1);
  });

  test("forms of other sites are refused", async () => {
    const from = (headers: Record<string, string>) =>
      sendForm(partsOf(note), { site: site.url, headers });
    expect((await from({ origin: "https://evil.example" })).status).toBe(403);
    expect((await from({ origin: "null" })).status).toBe(403);
    expect((await from({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await from({ origin: new URL(site.url).origin })).status).toBe(200);
    expect((await from({ "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  /** The beginning of a request, after which the sender is silent. */
  const begin = async (bytes: Uint8Array, length: number): Promise<Socket> => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => {});
    socket.write(
      `POST /api/graphql HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: ${formType}\r\nContent-Length: ${length}\r\n\r\n`,
    );
    socket.write(bytes);
    return socket;
  };

  test("what was cut in the middle leaves nothing", async () => {
    const before = (await onDisk()).length;
    const form = formOf(partsOf({ content: Buffer.alloc(100_000, "a"), name: "a.txt" }));
    const sockets = await Promise.all(
      [700, 50_000, 90_000, 100_400].map((length) => begin(form.subarray(0, length), form.length)),
    );
    await onDiskAre(before + 4);
    for (const socket of sockets) socket.destroy();
    await onDiskAre(before);
  });

  test("a form without its end is refused", async () => {
    const before = (await onDisk()).length;
    const form = formOf(partsOf(note));
    const { errors } = await sendForm(new Uint8Array(form.subarray(0, -30)), { site: site.url });
    expect(errors).toMatchObject([{ extensions: { code: "UPLOAD_CUT_OFF" } }]);
    await onDiskAre(before);
  });

  test("there are only so many", async () => {
    const refused = await Promise.all(
      Array.from({ length: 50 }, async () => (await send(partsOf(note))).errors?.[0]),
    );
    expect(refused.filter((error) => error !== undefined)).not.toEqual([]);
    for (const error of refused) {
      if (!error) continue;
      expect(error).toMatchObject({
        message: expect.stringContaining("YIELDCAST_MAX_UPLOADS"),
        extensions: { code: "TOO_MANY_UPLOADS" },
      });
    }
  });

  test("nothing outlives the server, however it ends", async () => {
    const form = formOf(partsOf({ content: Buffer.alloc(100_000, "a"), name: "a.txt" }));
    const coming = await begin(form.subarray(0, 50_000), form.length);
    await eventually(onDisk, (files) => files.length > 0);
    await site.restart("SIGTERM");
    expect(await onDisk()).toEqual([]);
    coming.destroy();
    await upload(note);
    await onDiskAre(1);
    await site.restart("SIGKILL");
    await onDiskAre(0);
  });
});

/** What goes before 16-bit samples of one channel, of one second. */
function wavHead(sampleRate: number): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF");
  head.writeUInt32LE(36 + sampleRate * 2, 4);
  head.write("WAVEfmt ", 8);
  for (const [at, value] of [16, 0x10001, sampleRate, sampleRate * 2, 0x100002].entries()) {
    head.writeUInt32LE(value, 16 + at * 4);
  }
  head.write("data", 36);
  head.writeUInt32LE(sampleRate * 2, 40);
  return head;
}
