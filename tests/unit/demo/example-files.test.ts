import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { audio, defineDemo, file, image, text } from "yieldcast";
import type { Catalogue, Loaders } from "@/lib/demo/catalogue";
import { describeDemo } from "@/lib/demo/describe";
import { exampleFilePath } from "@/lib/demo/example-file";
import { createLiveCatalogue } from "@/lib/demo/live-catalogue";
import { probeFile } from "@/lib/media/probe-file";
import { createExampleFiles } from "@/lib/store/example-files";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yieldcast-test-"));
  mkdirSync(join(folder, "demos"));
  write("notes.txt", "one");
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string) =>
  writeFileSync(join(folder, "demos", name), content);
const files = (maxBytes = 1000) => createExampleFiles({ folder, maxBytes, probe: probeFile });

function exporting(demo: unknown): Loaders {
  const module = { default: demo };
  return { "../demos/a.ts": async () => module };
}

function live(demo: unknown, { watch = true, exampleFiles = files() } = {}) {
  const seen: Catalogue[] = [];
  const loaders = exporting(demo);
  const onChange = (catalogue: Catalogue) => seen.push(catalogue);
  return { ...createLiveCatalogue({ loaders, watch, exampleFiles, onChange }), seen };
}

const reads = (given: `./${string}`, run = false) =>
  defineDemo({
    inputs: { notes: file() },
    output: text(),
    examples: { run, of: [{ notes: given }] },
    run: () => "x",
  });

describe("a file that an example gives", () => {
  test("is one that any run may be given, under an id that outlives a restart", async () => {
    const exampleFiles = files();
    const { demos } = await live(reads("./notes.txt"), { exampleFiles }).get();
    const [example] = demos.get("a")?.examples ?? [];
    const id = String(example?.inputs.notes);
    expect(example?.label).toBe("notes.txt");
    expect(exampleFiles.find(id)?.file).toMatchObject({
      path: join(folder, "demos/notes.txt"),
      ...{ name: "notes.txt", size: 3, mimeType: "text/plain" },
    });
    const again = await live(reads("./notes.txt")).get();
    expect(again.demos.get("a")?.examples[0]?.inputs.notes).toBe(id);
  });

  test("is described with the input that takes it, once for all examples", async () => {
    const twice = defineDemo({
      inputs: { notes: file() },
      output: text(),
      examples: { of: { One: { notes: "./notes.txt" }, Two: { notes: "./notes.txt" } } },
      run: () => "x",
    });
    const demo = (await live(twice).get()).demos.get("a");
    if (!demo) throw new Error("It is no demo.");
    const [input] = describeDemo(demo).inputs;
    const id = String(demo.examples[0]?.inputs.notes);
    expect(input?.files).toEqual([
      {
        ...{ id, name: "notes.txt", size: 3, type: "text/plain" },
        url: `/media/examples/${id}/notes.txt`,
      },
    ]);
  });

  test("is another once its content is another, where files are watched", async () => {
    const catalogue = live(reads("./notes.txt"));
    const before = await catalogue.get();
    expect(await catalogue.get()).toBe(before);
    write("notes.txt", "three");
    utimesSync(join(folder, "demos/notes.txt"), new Date(), new Date(Date.now() + 5000));
    const after = await catalogue.get();
    expect(after.demos.get("a")?.examples[0]?.inputs).not.toEqual(
      before.demos.get("a")?.examples[0]?.inputs,
    );
    expect(catalogue.seen).toEqual([before, after]);

    const still = live(reads("./notes.txt"), { watch: false });
    const known = await still.get();
    write("notes.txt", "seven");
    expect(await still.get()).toBe(known);
  });

  test("that is missing is a fault that names it, until it is there", async () => {
    const catalogue = live(reads("./later.txt"));
    expect(await catalogue.get()).toMatchObject({
      faults: [
        {
          file: "demos/a.ts",
          problems: [
            'The example "later.txt": the input "notes": there is no file demos/later.txt.',
          ],
        },
      ],
    });
    write("later.txt", "here");
    expect((await catalogue.get()).faults).toEqual([]);
  });

  test.each([
    [
      "of another type than its input takes",
      image(),
      'The example "notes.txt": the input "photo" does not take demos/notes.txt: got a text named "notes.txt": choose a picture (JPEG, PNG, WebP, AVIF or GIF).',
    ],
    [
      "larger than its input takes",
      file({ maxSize: 2 }),
      /does not take demos\/notes.txt: got .* of 3 bytes: choose a smaller one/,
    ],
  ])("%s is a fault", async (_what, photo, problem) => {
    const demo = { inputs: { photo }, output: text(), examples: [{ photo: "./notes.txt" }] };
    const { faults } = await live({ ...demo, run: () => "x" }).get();
    expect(faults).toMatchObject([
      { problems: [typeof problem === "string" ? problem : expect.stringMatching(problem)] },
    ]);
  });

  test("that is larger than an upload may be is a fault", async () => {
    const { faults } = await live(reads("./notes.txt"), { exampleFiles: files(2) }).get();
    expect(faults[0]?.problems[0]).toMatch(
      /demos\/notes.txt has 3 bytes, where YIELDCAST_MAX_UPLOAD_BYTES allows 2\.$/,
    );
  });

  test.each([
    "notes.txt",
    "../secret",
    "./../secret",
    "./a/../../b",
    "/etc/passwd",
    ".",
    "./",
    "./a\\b",
  ])("cannot be named by %j, which is no path below the demo's folder", async (written) => {
    expect(exampleFilePath("demos/a.ts", written)).toBeUndefined();
    const demo = { inputs: { notes: audio() }, output: text(), examples: [{ notes: written }] };
    const { faults } = await live({ ...demo, run: () => "x" }).get();
    expect(faults[0]?.problems).toEqual([
      `The example 1: the input "notes" must be the path of a file below demos/, such as "./cat.jpg"; got ${JSON.stringify(written)}.`,
    ]);
  });

  test("may lie in a folder of its own", () => {
    expect(exampleFilePath("demos/a.ts", "./_photos/cat.jpg")).toBe("demos/_photos/cat.jpg");
  });
});
