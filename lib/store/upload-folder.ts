import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { lstat, mkdir, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** A folder of this process alone, of which nothing outlives it. */
export interface UploadFolder extends AsyncDisposable {
  readonly path: string;
  /** Makes it where it is not there (any more). */
  make(): Promise<void>;
  /** Settles when what killed processes have left beside it is removed. */
  readonly swept: Promise<void>;
}

const prefix = "yieldcast-uploads-";
// Containers have names of their own, but the same numbers of processes.
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
// A number is given again after a restart, in a container even always the same one.
const process_ = `${process.pid}-${Math.round(performance.timeOrigin)}`;
const dayOfOthers = 24 * 60 * 60 * 1000;

/** The folder of a process below `parent`, such as `/tmp/yieldcast-uploads-1f3a…-4711-1790…-9c…`. */
export function createUploadFolder(parent: string): UploadFolder {
  const path = join(parent, `${prefix}${host}-${process_}-${randomBytes(12).toString("hex")}`);
  // A process that ends by `process.exit` or by an error waits for nobody.
  const removeNow = () => rmSync(path, { recursive: true, force: true });
  let made = false;
  return {
    path,
    swept: sweep(parent),
    async make() {
      await mkdir(path, { recursive: true, mode: 0o700 });
      if (!made) process.once("exit", removeNow);
      made = true;
    },
    async [Symbol.asyncDispose]() {
      await rm(path, { recursive: true, force: true });
      process.off("exit", removeNow);
    },
  };
}

/** Removes the folders of processes that are no more. What is not ours cannot be removed, and stays. */
async function sweep(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    const path = join(parent, name);
    if ((await isOwn(path)) && (await isLeft(path, name)))
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Whether it is a folder of the user whom this process runs as: others may put names there, too. */
async function isOwn(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === (process.getuid?.() ?? found.uid);
}

async function isLeft(path: string, name: string): Promise<boolean> {
  const [itsHost, pid, start] = name.slice(prefix.length).split("-");
  if (itsHost !== host) {
    // Of another machine's process it is not known whether it lives; one in use has changed of late.
    const changed = await stat(path).catch(() => undefined);
    return changed !== undefined && Date.now() - changed.mtimeMs > dayOfOthers;
  }
  if (Number(pid) === process.pid) return `${pid}-${start}` !== process_;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
