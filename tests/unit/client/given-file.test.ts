import { describe, expect, it } from "@jest/globals";
import { createGivenFile, type GivenFileOptions } from "../../../lib/client/given-file";
import { createSessionMemory } from "../../../lib/client/session-memory";
import { sniffType } from "../../../lib/client/sniff-type";
import { UploadFailure, type UploadOptions } from "../../../lib/client/upload-file";

/** A server that takes a file when it is told to. */
function createServer() {
  const under: { options: UploadOptions; take(id: string): void; refuse(error: Error): void }[] =
    [];
  const ids: (string | undefined)[] = [];
  const memory = createSessionMemory(undefined);
  const give = (options: Partial<GivenFileOptions> = {}) =>
    createGivenFile({
      prepare: (file) => file,
      onId: (id) => ids.push(id),
      memory,
      upload: (options) =>
        new Promise((take, refuse) => {
          options.signal?.addEventListener("abort", () => refuse(options.signal?.reason));
          under.push({ options, take, refuse });
        }),
      ...options,
    });
  return { under, ids, give };
}

const file = new File(["a,b"], "a.csv", { type: "text/csv" });
const other = new File(["c,d"], "c.csv", { type: "text/csv" });
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a file that is given", () => {
  it("goes up at once, and its id is the form's value", async () => {
    const { under, ids, give } = createServer();
    const given = give();
    given.give(file);
    await settle();
    under[0]?.options.onProgress?.(0.5);
    expect(given.getState()).toMatchObject({ phase: "uploading", part: 0.5 });
    const id = given.settled();
    under[0]?.take("one");
    expect(await id).toBe("one");
    expect(ids).toEqual(["one"]);
  });

  it("is the newest: the upload of the one before is taken back, and its answer counts no more", async () => {
    const { under, ids, give } = createServer();
    const given = give();
    given.give(file);
    await settle();
    const id = given.settled();
    given.give(other);
    await settle();
    expect(under[0]?.options.signal?.aborted).toBe(true);
    under[0]?.take("one");
    under[1]?.take("two");
    expect(await id).toBe("two");
    expect(ids).toEqual(["two"]);
  });

  it("is refused in words, and nothing is sent", async () => {
    const { under, give } = createServer();
    const given = give({
      prepare() {
        throw new Error("This is a PNG picture.");
      },
    });
    given.give(file);
    expect(await given.settled()).toBeUndefined();
    expect(given.getState()).toEqual({ phase: "empty", fault: "This is a PNG picture." });
    expect(under).toEqual([]);
  });

  it("is tried again after a failure", async () => {
    const { under, give } = createServer();
    const given = give();
    given.give(file);
    await settle();
    under[0]?.refuse(new UploadFailure("NETWORK", "Cut off."));
    expect(await given.settled()).toBeUndefined();
    expect(given.getState()).toMatchObject({ phase: "failed", fault: "Cut off." });
    given.retry();
    await settle();
    under[1]?.take("two");
    expect(await given.settled()).toBe("two");
  });

  it("goes up again where the server has lost it, and only then", async () => {
    const { under, ids, give } = createServer();
    const given = give();
    given.give(file);
    await settle();
    under[0]?.take("one");
    await given.settled();
    expect(await given.settled("another")).toBe("one");
    const again = given.settled("one");
    await settle();
    under[1]?.take("two");
    expect(await again).toBe("two");
    expect(ids).toEqual(["one", undefined, "two"]);
  });

  it("is known by its name after a reload; lost then, it must be given again", async () => {
    const { under, give } = createServer();
    const before = give();
    before.give(file);
    await settle();
    under[0]?.take("one");
    await before.settled();

    const after = give();
    after.recall("one");
    expect(after.getState()).toMatchObject({ phase: "earlier", facts: { name: "a.csv", size: 3 } });
    expect(await after.settled("one")).toBeUndefined();
    expect(after.getState()).toEqual({
      phase: "empty",
      fault: "The server does not keep a.csv any more. Give it again.",
    });
  });
});

describe("a file of an example", () => {
  const example = {
    id: "x",
    name: "a.csv",
    size: 3,
    type: "text/csv",
    url: "/media/examples/x/a.csv",
  };

  it("is shown as what it is, needs no upload, and is known by its name later", async () => {
    const { under, ids, give } = createServer();
    const given = give({ examples: [example] });
    given.recall("x");
    expect(given.getState()).toEqual({ phase: "example", id: "x", facts: example });
    expect(await given.settled()).toBe("x");
    expect(ids).toEqual(["x"]);
    const elsewhere = give();
    elsewhere.recall("x");
    expect(elsewhere.getState()).toMatchObject({ phase: "earlier", facts: { name: "a.csv" } });
    given.give(file);
    await settle();
    expect(under).toHaveLength(1);
  });

  it("that the server does not know any more must be given again", async () => {
    const { give } = createServer();
    const given = give({ examples: [example] });
    given.recall("x");
    expect(await given.settled("x")).toBeUndefined();
    expect(given.getState()).toEqual({
      phase: "empty",
      fault: "The server does not keep a.csv any more. Give it again.",
    });
  });
});

describe("sniffType", () => {
  const png = "\x89PNG\r\n\x1a\n";
  it.each([
    ["a.csv", "text/csv", png, "image/png"],
    ["a.csv", "application/vnd.ms-excel", "a,b", "text/plain"],
    ["a.ts", "video/mp2t", "export {};", "text/plain"],
    ["a.webm", "audio/webm", "\x1a\x45\xdf\xa3\0", "audio/webm"],
    ["a.wav", "text/plain", "RIFF\0\0\0\0WAVE", "audio/wav"],
    ["a.bin", "", "\0\0\0\0", "application/octet-stream"],
    ["a.ts", "video/mp2t", "\x47\0\0\0", "video/mp2t"],
  ])("%s, taken for %s by its name", async (name, type, content, wanted) => {
    const bytes = Buffer.from(content, "latin1");
    expect(await sniffType(new File([bytes], name, { type }))).toBe(wanted);
  });
});
