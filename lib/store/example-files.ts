import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Probed } from "./disk-upload-store";
import type { Upload, UploadedFile, UploadStore } from "./upload-store";

/** Files beside the demos that any run may be given, for as long as the process lives. */
export interface ExampleFiles {
  /**
   * Makes a file one that runs may be given.
   *
   * @param path from the project's folder
   * @throws Error in words where it cannot be read, or is too large
   */
  add(path: string): Promise<Upload>;
  /** Another one once a file has changed; `""` where there is none. */
  stampOf(path: string): string;
  /** Also of one that was added earlier and has changed since: it is what it is now. */
  find(id: string): Upload | undefined;
}

export interface ExampleFilesOptions {
  /** The project's. */
  folder: string;
  /** Of one file. */
  maxBytes: number;
  probe(path: string): Promise<Probed>;
}

export function createExampleFiles({ folder, maxBytes, probe }: ExampleFilesOptions): ExampleFiles {
  const known = new Map<string, Upload>();
  const absolute = (path: string) => resolve(/* turbopackIgnore: true */ folder, path);

  return {
    async add(path) {
      const file = absolute(path);
      const facts = await stat(file).catch(() => undefined);
      if (!facts?.isFile()) throw new Error(`there is no file ${path}`);
      if (facts.size > maxBytes) {
        const sizes = [facts.size, maxBytes].map((size) => size.toLocaleString("en"));
        throw new Error(
          `${path} has ${sizes[0]} bytes, where YIELDCAST_MAX_UPLOAD_BYTES allows ${sizes[1]}`,
        );
      }
      const id = idOf(basename(path), await readFile(file));
      const uploaded: UploadedFile = {
        ...{ path: file, name: basename(path), size: facts.size },
        ...(await probe(file)),
      };
      const upload = { id, file: Object.freeze(uploaded) };
      known.set(id, upload);
      return upload;
    },
    stampOf(path) {
      try {
        const { mtimeMs, size } = statSync(absolute(path));
        return `${mtimeMs} ${size}`;
      } catch {
        return "";
      }
    },
    find: (id) => known.get(id),
  };
}

/** Of the content, so that a page that was loaded before a restart may still give it. */
function idOf(name: string, content: Uint8Array): string {
  const hash = createHash("sha256").update(name).update("\0").update(content);
  return hash.digest("base64url").slice(0, 32);
}

/** The same store, which also finds the files of examples; they take none of its room. */
export function withExampleFiles(uploads: UploadStore, files: ExampleFiles): UploadStore {
  return { ...uploads, find: async (id) => files.find(id) ?? uploads.find(id) };
}
