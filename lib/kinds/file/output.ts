import { isBytesLike, readBytes } from "../../media/read-bytes";
import { storedFileType } from "../../media/stored-file";
import { typeOfFile } from "../../media/type-of-file";
import { fileName } from "../../store/file-name";
import type { OutputKind } from "../kind";
import { YieldError } from "../yield-error";
import type { FileOutputOptions } from "./index";

/** What the log keeps of a file to be downloaded. */
export interface LoggedFile {
  readonly kind: "file";
  /** The name of its bytes in the byte store. */
  readonly id: string;
  readonly bytes: number;
  readonly name: string;
  readonly mimeType: string;
}

const expected =
  "a file: { name, data }, a path inside the project, a file that was given or a Blob";

const typePattern = /^[\w.+-]{1,80}\/[\w.+-]{1,80}(?:; ?[\w.+-]{1,40}=[\w.+"-]{1,80})*$/;

export const fileOutput: OutputKind<FileOutputOptions, LoggedFile> = {
  faults: () => [],
  writer(_options, { keepBytes, readableFolders }) {
    return {
      async write(value) {
        const { name, mimeType: given, ...rest } = partsOf(value);
        const text = typeof rest.data === "string";
        const source = typeof rest.data === "string" ? Buffer.from(rest.data) : rest.data;
        if (!isBytesLike(source)) throw new YieldError(expected, { value });
        const data = await readBytes(source, { folders: readableFolders });
        const mimeType = given ?? (await typeOfFile({ name, data, text }));
        if (!typePattern.test(mimeType)) {
          throw new YieldError('a mimeType such as "text/csv"', { value: mimeType });
        }
        const id = await keepBytes(data, storedFileType({ name, mimeType }));
        return { kind: "file", id, bytes: data.byteLength, name, mimeType };
      },
    };
  },
  merge: (_older, newer) => newer,
  size: ({ name, mimeType }) => 128 + 2 * (name.length + mimeType.length),
  bytes: ({ id, bytes }) => ({ ids: [id], size: bytes }),
};

interface Parts {
  readonly name: string;
  readonly data: unknown;
  readonly mimeType: string | undefined;
}

/** What a value says of a file, in whichever of its forms. */
function partsOf(value: unknown): Parts {
  if (typeof value === "string") {
    return { name: fileName(value), data: { path: value }, mimeType: undefined };
  }
  if (value instanceof Blob) {
    const name = "name" in value ? String(value.name) : "file";
    return { name: fileName(name), data: value, mimeType: value.type || undefined };
  }
  if (typeof value !== "object" || value === null) throw new YieldError(expected, { value });
  const { name, path, data, mimeType } = value as { [part: string]: unknown };
  if (typeof path === "string" && data === undefined) {
    const called = typeof name === "string" ? name : path;
    return { name: fileName(called), data: { path }, mimeType: stringOrNone(mimeType) };
  }
  if (typeof name !== "string") throw new YieldError(expected, { value });
  return { name: fileName(name), data, mimeType: stringOrNone(mimeType) };
}

function stringOrNone(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
