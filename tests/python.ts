import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * A Python that has a package, made once and kept in `.yieldcast/`.
 *
 * @param requirement as pip takes it: `gql[websockets]==4.4.0`
 * @returns the program, or why there is none: no Python 3 with venv and pip, or a registry out of reach
 */
export function pythonWith(requirement: string): string | { reason: string } {
  const name = `python-${requirement.replace(/[^\w.]+/g, "-")}`;
  const folder = path.resolve(".yieldcast", name);
  const program = (from: string) => path.join(from, "bin/python");
  if (existsSync(folder)) return program(folder);
  mkdirSync(path.dirname(folder), { recursive: true });
  // Made aside, so that one whose making was cut off is not taken for whole. A venv may be moved: its
  // program finds its packages beside itself.
  const half = `${folder}-${process.pid}`;
  try {
    const steps: [string, string[]][] = [
      ["python3", ["-m", "venv", half]],
      [program(half), ["-m", "pip", "install", "--quiet", "--retries=1", requirement]],
    ];
    for (const [command, given] of steps) {
      const { status, stderr, error } = spawnSync(command, given, {
        encoding: "utf8",
        timeout: 120_000,
      });
      if (status === 0) continue;
      const said = error?.message ?? stderr.trim().split("\n").at(-1);
      return { reason: `${command} ${given.join(" ")}: ${said}` };
    }
    if (!existsSync(folder)) renameSync(half, folder);
    return program(folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
