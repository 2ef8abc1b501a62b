import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Does something that only one process may do at a time. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!take(file)) await sleep(100);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

/** A process that was killed leaves its lock behind. */
function isHeld(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    // Between making the file and writing to it there is no holder to read yet.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch {
    return false;
  }
}
