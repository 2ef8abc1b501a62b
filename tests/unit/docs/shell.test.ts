import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { codeBlocks, root } from "./code-blocks";

const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};
const parts = ["lint", "unit", "contract", "e2e"];

/** By the first word of a command, what is wrong with the rest. `curl` is run by the contract tests. */
const checks: Record<string, (words: string[]) => string | undefined> = {
  npm([command = "", name = "", ...rest]) {
    const script = command === "run" ? name : command;
    if (!(script in scripts)) return `there is no npm script "${script}"`;
    const [mark, part] = command === "run" ? rest : [name, ...rest];
    if (command !== "test" || mark !== "--" || parts.includes(part ?? "")) return undefined;
    return `npm test has no part "${part}"`;
  },
  node(words) {
    const file = words.find((word) => !word.startsWith("-")) ?? "";
    return existsSync(path.join(root, file)) ? undefined : `there is no ${file}`;
  },
  systemctl: () => undefined,
  curl: () => undefined,
};

test.each(codeBlocks("sh"))("$place calls what there is", ({ code }) => {
  execFileSync("bash", ["-n"], { input: code });
  const commands = code.replace(/\\\n/g, " ").split("\n").filter(Boolean);
  const faults = commands.map((line) => {
    const words = line
      .replace(/\s#.*$/, "")
      .trim()
      .split(/\s+/);
    while (/^[A-Z_]+=/.test(words[0] ?? "")) words.shift();
    const [command = "", ...rest] = words;
    const check = checks[command];
    return check ? check(rest) : `"${command}" is checked by no test`;
  });
  expect(faults.filter(Boolean)).toEqual([]);
});
