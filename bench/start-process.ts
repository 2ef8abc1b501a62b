import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { bundle } from "../tools/bundle.mjs";

/**
 * Starts a file of the bench as a process of its own, so that what it does is not done where others are
 * measured. It must end by itself when whoever has started it is gone: at `disconnect`.
 */
export async function startProcess(entry: string): Promise<ChildProcess> {
  const file = `.yieldcast/bench-${path.basename(entry, ".ts")}.mjs`;
  await bundle(entry, file);
  return fork(file);
}
