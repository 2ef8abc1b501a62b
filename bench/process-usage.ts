import { readFileSync } from "node:fs";
import pidtree from "pidtree";
import pidusage from "pidusage";

/** What the operating system says of a process and all that it has started. */
export interface ProcessUsage {
  /** Milliseconds of processor time since each of them began; on Linux with those that have ended. */
  cpu: number;
  /** Bytes of memory that are resident. */
  memory: number;
}

/**
 * Reads what a process and its descendants have used.
 *
 * @throws Error if there is no such process
 * @example const before = await processUsage(site.pid);
 */
export async function processUsage(pid: number): Promise<ProcessUsage> {
  const pids = await pidtree(pid, { root: true });
  // One that has ended meanwhile is told as nothing.
  const used = Object.values(await pidusage(pids)).filter((each) => each !== null);
  const ended = pids.reduce((sum, pid) => sum + ofEnded(pid), 0);
  return {
    cpu: used.reduce((sum, { ctime }) => sum + ctime, ended),
    memory: used.reduce((sum, { memory }) => sum + memory, 0),
  };
}

/** Milliseconds of processor time of the processes that one has started and that have ended since. */
function ofEnded(pid: number): number {
  if (process.platform !== "linux") return 0;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // Its name may hold anything: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[13]) + Number(fields[14]);
    return ticks * 10;
  } catch {
    // It has ended itself.
    return 0;
  }
}
