import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { root } from "./code-blocks";
import { writeBlocks } from "./written-blocks";

const written = writeBlocks();
afterAll(() => written[Symbol.dispose]());

/** By file, the compiler's messages with the lines of the guide. */
const messages = new Map<string, string[]>();

beforeAll(async () => {
  const project = path.join(written.folder, "tsconfig.json");
  writeFileSync(
    project,
    JSON.stringify({
      extends: "../../tsconfig.json",
      compilerOptions: { incremental: false },
      include: ["**/*.ts", "**/*.tsx"],
      exclude: [],
    }),
  );
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  const output = await new Promise<string>((resolve) => {
    const given = [tsc, "--noEmit", "--pretty", "false", "--project", project];
    execFile(process.execPath, given, { cwd: written.folder }, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
  // Indented lines say more about the one before.
  for (const fault of output.split(/\n(?! )/).filter(Boolean)) {
    const [, file = "", at = "0", message = fault] =
      /^(.*?)\((\d+),\d+\): (.*)$/s.exec(fault) ?? [];
    const [guide, first] = written.blocks.get(file)?.place.split(":") ?? [file, 1];
    const said = `${guide}:${Number(first) + Number(at) - 1}: ${message}`;
    messages.set(file, [...(messages.get(file) ?? []), said]);
  }
});

test("nothing but the blocks is at fault", () => {
  const others = [...messages].filter(([file]) => !written.blocks.has(file));
  expect(others).toEqual([]);
});

test.each([...written.blocks].map(([file, { place }]) => ({ file, place })))(
  "$place compiles",
  ({ file }) => {
    expect(messages.get(file) ?? []).toEqual([]);
  },
);
