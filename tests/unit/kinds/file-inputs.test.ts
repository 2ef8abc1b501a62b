import { describe, expect, test } from "@jest/globals";
import { audio, file, image, video } from "yieldcast";
import { type InputDeclaration, inputKind } from "@/lib/kinds/inputs";
import type { UploadedFile } from "@/lib/store/upload-store";

const given = (known: Partial<UploadedFile>): UploadedFile => ({
  path: "/nowhere",
  name: "a",
  mimeType: "application/octet-stream",
  size: 1000,
  ...known,
});
const faultOf = (input: unknown, known: Partial<UploadedFile>) => {
  const declared = input as InputDeclaration;
  return inputKind(declared).fileFault?.(given(known), declared.options);
};
const faultsOf = (input: unknown) => {
  const declared = input as InputDeclaration;
  return inputKind(declared).faults(declared.options);
};
const allowed = (input: unknown) => {
  const declared = input as InputDeclaration;
  return inputKind(declared).allowed(declared.options);
};
/** What a declaration is that a JavaScript author wrote. */
const wrong = (options: object) => options as never;

const wav = { mimeType: "audio/wav", duration: 1, sampleRate: 44_100, channels: 1 };
const mp3 = { ...wav, mimeType: "audio/mpeg" };
const mp4 = { mimeType: "video/mp4", duration: 1, width: 160, height: 90 };
const png = { mimeType: "image/png", width: 10, height: 10 };

test("what is allowed is said in words", () => {
  expect(allowed(audio())).toBe("the id of an uploaded sound");
  expect(allowed(audio({ format: "wav", maxSeconds: 30, maxSize: 1_500_000 }))).toBe(
    "the id of an uploaded WAV sound of at most 30 s and 1.5 MB",
  );
  expect(allowed(video({ format: "mp4" }))).toBe("the id of an uploaded MP4 video");
  expect(allowed(image({ maxSize: 900 }))).toBe(
    "the id of an uploaded picture of at most 900 bytes",
  );
  expect(allowed(file({ types: [".csv", "text/*"] }))).toBe(
    "the id of an uploaded file (.csv, text/*)",
  );
});

test.each([
  [audio(), wav, undefined],
  [audio(), mp3, undefined],
  [audio({ format: "wav" }), wav, undefined],
  [video(), mp4, undefined],
  [video({ format: "mp4" }), mp4, undefined],
  [image(), png, undefined],
  [file(), {}, undefined],
  [audio(), { ...png, name: "voice.wav" }, 'got a PNG picture named "voice.wav": choose a sound'],
  [audio(), { ...mp4, name: "b" }, 'got an MP4 video named "b": choose a sound'],
  [audio(), { size: 0 }, 'got an empty file named "a": choose a sound'],
  [audio({ format: "wav" }), mp3, 'got an MP3 sound named "a": choose a WAV file, or convert it'],
  [audio(), { mimeType: "audio/wav" }, 'got a WAV sound named "a" that cannot be read'],
  [audio({ maxSeconds: 0.5 }), wav, 'got a WAV sound named "a" of 1 s: choose a shorter one'],
  [audio({ maxSeconds: 0.9 }), wav, undefined],
  [audio({ maxSize: 999 }), wav, "of 1,000 bytes: choose a smaller one"],
  [video(), wav, 'got a WAV sound named "a": choose a video'],
  [video({ format: "webm" }), mp4, 'got an MP4 video named "a": choose a video in WebM'],
  [video(), { mimeType: "video/mp4" }, "cannot be read"],
  [image(), { mimeType: "application/xml", name: "a.svg" }, "choose a picture"],
  [image(), { mimeType: "image/png" }, "cannot be read: it is broken, cut off"],
  [file({ types: ["application/pdf"] }), png, 'got a PNG picture named "a": choose one of this'],
])("%j: %j", (input, known, fault) => {
  const found = faultOf(input, known);
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(fault);
});

describe("the types of a file are those of its content", () => {
  test.each<[string, string, string, boolean]>([
    ["*/*", "a", "application/octet-stream", true],
    ["image/*", "a", "image/png", true],
    ["image/*", "a.png", "text/plain", false],
    ["image/jpg", "a", "image/jpeg", true],
    ["audio/mp3", "a", "audio/mpeg", true],
    [".csv", "a.csv", "text/plain", true],
    [".CSV", "a.Csv", "text/plain", true],
    [".csv", "a.txt", "text/plain", false],
    [".csv", "a.csv", "image/png", false],
    ["text/csv", "a.csv", "text/plain", true],
    ["text/csv", "a.txt", "text/plain", false],
    ["text/*", "a.csv", "text/plain", true],
    ["application/json", "a.json", "text/plain", true],
    ["application/json", "a.json", "application/zip", false],
    [".pdf", "a.pdf", "application/pdf", true],
    [".pdf", "a.pdf", "application/octet-stream", false],
    [".docx", "a.docx", "application/zip", true],
    [".safetensors", "a.safetensors", "application/octet-stream", true],
    [".tar.gz", "a.tar.gz", "application/gzip", true],
    [".constructor", "a.constructor", "text/plain", true],
  ])("%s takes %s, which is %s: %s", (type, name, mimeType, takes) => {
    expect(faultOf(file({ types: [type] }), { name, mimeType }) === undefined).toBe(takes);
  });
});

test.each([
  [audio(wrong({ sources: [] })), 'sources must name at least one of "microphone", "upload"'],
  [audio(wrong({ sources: ["webcam"] })), 'got "webcam"'],
  [audio({ sources: ["upload", "upload"] }), "stands twice"],
  [audio(wrong({ format: "mp3" })), 'format must be "wav", or left out; got "mp3"'],
  [audio({ maxSeconds: 0 }), "maxSeconds must be a number of seconds above 0; got 0"],
  [audio({ maxSize: -1 }), "maxSize must be a whole number of bytes above 0; got -1"],
  [video(wrong({ format: "avi" })), 'format must be "mp4" or "webm"'],
  [image({ maxSize: 1.5 }), "got 1.5"],
  [file({ types: [] }), "types must name at least one"],
  [file({ types: ["csv"] }), 'got "csv"'],
  [file(wrong({ types: [5] })), "got 5"],
])("%j is no declaration", (input, fault) => {
  expect(faultsOf(input).join()).toContain(fault);
});

test("what authors write in the guide is without fault", () => {
  for (const input of [
    audio({ sources: ["microphone"], format: "wav", maxSeconds: 30 }),
    video({ sources: ["webcam", "upload"], format: "mp4" }),
    image({ sources: ["clipboard"] }),
    file({ types: ["application/pdf", "text/*", ".csv"], maxSize: 1_000_000 }),
  ]) {
    expect(faultsOf(input)).toEqual([]);
  }
});
