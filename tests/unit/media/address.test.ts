import { describe, expect, test } from "@jest/globals";
import {
  type MediaAddress,
  mediaEnding,
  parseMediaAddress,
  writeMediaAddress,
} from "@/lib/media/media-address";

const run = "fz_JWuos0lhUVWWTHMy7Ag";
const plain = { format: undefined, width: undefined, quality: undefined };
const output = "film_2";

test.each<MediaAddress>([
  { what: "image", run, id: "0", ...plain },
  { what: "image", run, id: "zz", ...plain, format: "webp" },
  { what: "image", run, id: "1", format: "jpeg", width: 320, quality: 80 },
  { what: "chunk", run, id: "1f", ending: "wav" },
  { what: "chunk", run, id: "1f", ending: "mp4" },
  { what: "chunk", run, id: "1f", ending: "m4a" },
  { what: "page", run, id: "1f" },
  { what: "playlist", run, output },
  { what: "init", run, output, init: "0123456789abcdef" },
  { what: "init", run, output, init: "float32-44100-2" },
  { what: "segment", run, output, first: 0, last: 12 },
  { what: "joined", run, output, name: "my-demo-film_2.mp4" },
  { what: "file", run, output, id: "1f", name: "report.csv" },
  { what: "file", run, output, id: "a", name: "Bericht ü/?#%.csv" },
  { what: "file", run, output: "index", id: "a", name: "index.m3u8" },
])("%j is read from the address that it has", (address) => {
  expect(parseMediaAddress(writeMediaAddress(address))).toEqual(address);
});

test.each([
  "/media/",
  "/media/a",
  "/media/a/b/c/d/e",
  "/media/a/0.svg+xml",
  "/media/a/0.png?width=0",
  "/media/a/0.png?width=8193",
  "/media/a/0.png?width=1.5",
  "/media/a/0.png?quality=101",
  "/media/a/film/5-2.m4s",
  "/media/a/film/",
  "/media/a/1film/index.m3u8",
  "/media/a/film/1/..%2f%ff",
  "/media/a/film/../../../etc/passwd",
  "/media/../a/0",
  "/media/%2e%2e/b/index.m3u8",
  "//",
  "http://[",
  "/mediaa/0",
])("%s is no address of media", (address) => {
  expect(parseMediaAddress(address)).toBeUndefined();
});

describe("an ending", () => {
  test.each([
    ["audio/wav", "wav"],
    ['audio/mp4; codecs="opus"', "m4a"],
    ['video/mp4; codecs="avc1.64001f"', "mp4"],
    ["audio/mpeg", "mp3"],
    ["text/html", "bin"],
  ])("of %s is %s", (type, ending) => {
    expect(mediaEnding(type)).toBe(ending);
  });
});
