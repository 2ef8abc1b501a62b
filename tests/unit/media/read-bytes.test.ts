import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readBytes } from "@/lib/media/read-bytes";

let folder = "";
let other = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "given-"));
  other = await mkdtemp(join(tmpdir(), "other-"));
  await mkdir(".yieldcast", { recursive: true });
  await writeFile(join(folder, "given"), "abc");
  await writeFile(join(other, "secret"), "xyz");
});
afterAll(async () => {
  for (const made of [folder, other]) await rm(made, { recursive: true, force: true });
});

describe("bytes", () => {
  test("are copied, of whatever sort", async () => {
    const own = new Uint8Array([1, 2, 3]);
    const read = await readBytes(own);
    const buffer = await readBytes(own.buffer);
    own.fill(0);
    expect([...read, ...buffer]).toEqual([1, 2, 3, 1, 2, 3]);
    expect([...(await readBytes(new Blob(["A"])))]).toEqual([65]);
  });

  test("are 64 MiB at most", async () => {
    await expect(readBytes(new Uint8Array(2 ** 26 + 1))).rejects.toThrow(/at most 64 MiB/);
  });
});

describe("a path", () => {
  test("into a folder that may be read is read, as a string or a file that was given", async () => {
    const path = join(folder, "given");
    const options = { folders: [folder] };
    expect(await readBytes(path, options)).toHaveLength(3);
    expect(await readBytes({ path }, options)).toHaveLength(3);
    await expect(readBytes({ path })).rejects.toThrow(/inside the project; got "given"/);
  });

  test("out of it is refused, by .. or by a link, and the message names no folder", async () => {
    await symlink(join(other, "secret"), join(folder, "link"));
    const options = { folders: [folder] };
    for (const path of [join(folder, "..", "x"), join(folder, "link"), join(other, "secret")]) {
      const fault = await readBytes(path, options).catch((error: Error) => error.message);
      expect(fault).toMatch(/^expects a path to a file inside the project; got "[a-z]+"$/);
    }
  });

  test("to one of the project's secrets is refused, and into a folder with a dot is not", async () => {
    const made = await mkdtemp(join(process.cwd(), ".yieldcast", "own-"));
    try {
      for (const name of [".env.local", "given"]) await writeFile(join(made, name), "abc");
      for (const way of [join(made, ".env.local"), "./.git/HEAD"]) {
        await expect(readBytes(way)).rejects.toThrow(/a path to a file inside the project; got/);
      }
      expect(await readBytes(relative(process.cwd(), join(made, "given")))).toHaveLength(3);
    } finally {
      await rm(made, { recursive: true });
    }
  });

  test("of a folder, a socket or a file that is too large is refused at once", async () => {
    const options = { folders: [folder] };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder, "socket"), resolve));
    await writeFile(join(folder, "large"), "");
    await truncate(join(folder, "large"), 2 ** 26 + 1);
    await expect(readBytes(folder, options)).rejects.toThrow(/a path to a file/);
    await expect(readBytes(join(folder, "socket"), options)).rejects.toThrow(/a path to a file/);
    server.close();
    await expect(readBytes(join(folder, "large"), options)).rejects.toThrow(/at most 64 MiB/);
  });
});
