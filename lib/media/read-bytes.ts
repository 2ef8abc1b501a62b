import { readFile, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { YieldError } from "../kinds/yield-error";

/** What carries the bytes of a file; a string is a path. */
export type BytesLike = Uint8Array | ArrayBuffer | Blob | string | { readonly path: string };

export interface ReadBytesOptions {
  /** Folders beside the project in which files may lie, such as that of the uploads. */
  folders?: readonly string[];
}

/** The largest file that may be yielded, in bytes. */
export const mostFileBytes = 64 * 2 ** 20;

/** Whether a value, which may be anything, is one that `readBytes` reads. */
export function isBytesLike(value: unknown): value is BytesLike {
  if (typeof value === "string" || value instanceof Uint8Array) return true;
  return value instanceof ArrayBuffer || value instanceof Blob || hasPath(value);
}

/**
 * The bytes that a generator yielded, or those of the file whose path it yielded. They are copied,
 * since generators like to fill the same array again.
 *
 * @throws YieldError where a path leads out of the project and of the folders, or to what is no file,
 * and where there are more than 64 MiB
 */
export async function readBytes(
  value: BytesLike,
  { folders = [] }: ReadBytesOptions = {},
): Promise<Uint8Array> {
  if (typeof value === "string") return readOwnFile(value, folders);
  if (value instanceof Uint8Array) return new Uint8Array(notTooLarge(value, value.byteLength));
  if (value instanceof ArrayBuffer) {
    return new Uint8Array(notTooLarge(value, value.byteLength).slice(0));
  }
  if (value instanceof Blob) {
    return new Uint8Array(await notTooLarge(value, value.size).arrayBuffer());
  }
  return readOwnFile(value.path, folders);
}

/**
 * Reads a file of the project or of the folders; links and `..` that lead outside are refused. So are the
 * project's secrets: where a demo yields a path that its caller had a say in, `.env` is not for him.
 */
async function readOwnFile(path: string, folders: readonly string[]): Promise<Uint8Array> {
  // The messages reach every viewer, so they name the file and not where it lies.
  const name = { value: basename(path) };
  const project = await realpath(process.cwd());
  const wanted = await realpath(resolve(project, path)).catch(() => undefined);
  const others = await Promise.all(folders.map(realOrNone));
  const isOpen = wanted && isInside(wanted, project) && !isSecret(relative(project, wanted));
  if (!wanted || !(isOpen || others.some((root) => root !== undefined && isInside(wanted, root)))) {
    throw new YieldError("a path to a file inside the project", name);
  }
  const stats = await stat(wanted);
  if (!stats.isFile()) {
    // A named pipe would be waited for without end, by one of the few threads that read files.
    throw new YieldError("a path to a file inside the project", name);
  }
  if (stats.size > mostFileBytes) throw new YieldError(sizeAllowed, name);
  return readFile(wanted);
}

const sizeAllowed = `a file of at most ${mostFileBytes / 2 ** 20} MiB`;

function notTooLarge<Value>(value: Value, size: number): Value {
  if (size <= mostFileBytes) return value;
  throw new YieldError(sizeAllowed, `${size.toLocaleString("en")} bytes; yield it in pieces`);
}

function realOrNone(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function isInside(wanted: string, root: string): boolean {
  const inside = relative(root, wanted);
  return inside !== "" && !isAbsolute(inside) && inside.split(sep)[0] !== "..";
}

/** Whether a file's name begins with a dot, as those of `.env.local` and `.npmrc` do, or it is Git's. */
function isSecret(path: string): boolean {
  const names = path.split(sep);
  return names.includes(".git") || (names.at(-1) ?? "").startsWith(".");
}

function hasPath(value: unknown): value is { readonly path: string } {
  if (typeof value !== "object" || value === null) return false;
  return typeof (value as { path?: unknown }).path === "string";
}
