import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createSharedFiles } from "@/lib/media/shared-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yieldcast-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file that hundreds ask for is in memory once, until it changes", async () => {
  const path = join(folder, "a.bin");
  writeFileSync(path, Buffer.alloc(1_000_000, 1));
  const read = createSharedFiles();
  const all = await Promise.all(Array.from({ length: 300 }, () => read(path)));
  expect(all[0]?.byteLength).toBe(1_000_000);
  expect(new Set(all).size).toBe(1);
  expect(await read(path)).toBe(all[0]);

  writeFileSync(path, "other");
  utimesSync(path, 1, 1);
  const other = await read(path);
  expect(Buffer.from(other ?? []).toString()).toBe("other");
  expect(await read(path)).toBe(other);
});

test("what is no file, or is gone, is not there", async () => {
  const path = join(folder, "a.bin");
  const read = createSharedFiles();
  expect([await read(path), await read(folder)]).toEqual([undefined, undefined]);
  writeFileSync(path, "");
  expect((await read(path))?.byteLength).toBe(0);
  rmSync(path);
  expect(await read(path)).toBeUndefined();
});
