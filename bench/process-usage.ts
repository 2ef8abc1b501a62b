import pidtree from "pidtree";
import pidusage from "pidusage";

/** What the operating system says of a process and all that it has started. */
export interface ProcessUsage {
  /** Milliseconds of processor time since each of them began. */
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
  return {
    cpu: used.reduce((sum, { ctime }) => sum + ctime, 0),
    memory: used.reduce((sum, { memory }) => sum + memory, 0),
  };
}
