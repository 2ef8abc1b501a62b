import { expect, test } from "@jest/globals";
import { parseImageAddress, writeImageAddress } from "@/lib/media/image-address";

const run = "fz_JWuos0lhUVWWTHMy7Ag";
const plain = { format: undefined, width: undefined, quality: undefined };

test.each([
  { run, id: "0", ...plain },
  { run, id: "zz", ...plain, format: "webp" as const },
  { run, id: "1", format: "jpeg" as const, width: 320, quality: 80 },
])("%j is read from the address that it has", (address) => {
  expect(parseImageAddress(writeImageAddress(address))).toEqual(address);
});

test.each([
  "/media/",
  "/media/a",
  "/media/a/b/c",
  "/media/a/0.svg",
  "/media/a/0.png?width=0",
  "/media/a/0.png?width=8193",
  "/media/a/0.png?width=1.5",
  "/media/a/0.png?quality=101",
  "/media/../a/0",
  "//",
  "http://[",
  "/mediaa/0",
])("%s is no picture's address", (address) => {
  expect(parseImageAddress(address)).toBeUndefined();
});
