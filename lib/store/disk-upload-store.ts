import { randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileName } from "./file-name";
import { LimitError } from "./limit-error";
import { UploadError } from "./upload-error";
import { createUploadFolder } from "./upload-folder";
import type { Upload, UploadedFile, UploadStore } from "./upload-store";

/** What a file's content says of it. */
export type Probed = Omit<UploadedFile, "path" | "name" | "size">;

export interface DiskUploadStoreOptions {
  /** Below which it makes a folder of its own. Default: the system's folder for temporary files. */
  parent?: string | undefined;
  /** Of one file. */
  maxBytes: number;
  /** Of all files together, those included that are coming in. */
  maxTotalBytes: number;
  maxCount: number;
  /** For which a file is kept after the last run that held it. */
  keepSeconds: number;
  /** Looks what a file is. It is never told the file's name. */
  probe(path: string): Promise<Probed>;
}

interface Kept extends Upload {
  readonly holders: Set<string>;
  /** Whether a run has held it: then it is here only to be run again. */
  used: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** What room is asked for. */
interface More {
  readonly bytes: number;
  readonly files: number;
}

// Who has uploaded must be able to start the run, even where nothing is kept after it.
const leastSeconds = 60;

/** Keeps uploads in a folder of this process, which is removed with it. */
export function createDiskUploadStore(options: DiskUploadStoreOptions): UploadStore {
  const { maxBytes, maxTotalBytes, maxCount, keepSeconds, probe } = options;
  const folder = createUploadFolder(options.parent ?? tmpdir());
  const kept = new Map<string, Kept>();
  const held = new Map<string, readonly string[]>();
  let bytes = 0;
  let coming = 0;
  let closed = false;

  async function remove(upload: Kept): Promise<void> {
    if (!kept.delete(upload.id)) return;
    clearTimeout(upload.timer);
    bytes -= upload.file.size;
    await rm(upload.file.path, { force: true });
  }

  function expire(upload: Kept): void {
    const seconds = upload.used ? keepSeconds : Math.max(keepSeconds, leastSeconds);
    if (seconds === 0) void remove(upload);
    else upload.timer = setTimeout(() => void remove(upload), seconds * 1000).unref();
  }

  /** Removes files that are kept only to be run again, the oldest first, until there is room for more. */
  function hasRoom(more: More): boolean {
    const full = () =>
      bytes + more.bytes > maxTotalBytes || kept.size + coming + more.files > maxCount;
    for (const upload of kept.values()) {
      if (!full()) return true;
      if (upload.used && upload.holders.size === 0) void remove(upload);
    }
    return !full();
  }

  /** It is asked before anything more is counted: who finds no room takes none from those that have it. */
  function checkRoom(more: More): void {
    if (closed) throw new UploadError("SHUTDOWN", "The server is shutting down.");
    if (hasRoom(more)) return;
    const [what, setting] =
      bytes + more.bytes > maxTotalBytes
        ? ["The files of all together are too large", "YIELDCAST_MAX_UPLOADS_TOTAL_BYTES"]
        : [`${maxCount.toLocaleString("en")} files are kept already`, "YIELDCAST_MAX_UPLOADS"];
    throw new LimitError("TOO_MANY_UPLOADS", `${what}; try again in a while`, setting);
  }

  /** Writes what comes, and counts it before it is written. */
  async function write(
    to: FileHandle,
    content: AsyncIterable<Uint8Array>,
    count: (more: number) => void,
  ): Promise<void> {
    let size = 0;
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > maxBytes) {
        const what = `The file is larger than ${maxBytes.toLocaleString("en")} bytes`;
        throw new LimitError("UPLOAD_TOO_LARGE", what, "YIELDCAST_MAX_UPLOAD_BYTES");
      }
      checkRoom({ bytes: chunk.byteLength, files: 0 });
      count(chunk.byteLength);
      await to.appendFile(chunk);
    }
  }

  return {
    folder: folder.path,

    async receive(name, content) {
      const path = join(folder.path, randomBytes(16).toString("hex"));
      let size = 0;
      checkRoom({ bytes: 0, files: 1 });
      coming++;
      try {
        await folder.swept;
        await folder.make();
        const file = await open(path, "wx", 0o600);
        try {
          await write(file, content, (more) => {
            size += more;
            bytes += more;
          });
        } finally {
          await file.close();
        }
        const probed = await probe(path);
        checkRoom({ bytes: 0, files: 0 });
        const upload: Kept = {
          id: randomBytes(24).toString("base64url"),
          file: Object.freeze({ path, name: fileName(name), size, ...probed }),
          holders: new Set(),
          used: false,
          timer: undefined,
        };
        kept.set(upload.id, upload);
        expire(upload);
        return { id: upload.id, file: upload.file };
      } catch (error) {
        bytes -= size;
        await rm(path, { force: true });
        throw error;
      } finally {
        coming--;
      }
    },

    async find(id) {
      const upload = kept.get(id);
      return upload && { id, file: upload.file };
    },

    hold(run, ids) {
      if (ids.length === 0) return;
      held.set(run, ids);
      for (const id of ids) {
        const upload = kept.get(id);
        if (!upload) continue;
        clearTimeout(upload.timer);
        upload.holders.add(run);
        upload.used = true;
      }
    },

    release(run) {
      for (const id of held.get(run) ?? []) {
        const upload = kept.get(id);
        if (upload?.holders.delete(run) && upload.holders.size === 0) expire(upload);
      }
      held.delete(run);
    },

    async [Symbol.asyncDispose]() {
      closed = true;
      for (const { timer } of kept.values()) clearTimeout(timer);
      kept.clear();
      held.clear();
      await folder[Symbol.asyncDispose]();
    },
  };
}
