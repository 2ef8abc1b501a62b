import type { UploadedFile } from "../../store/upload-store";
import {
  type Declaration,
  declare,
  type Input,
  type InputOptions,
  type Output,
  type OutputOptions,
} from "../kind";

/** Options of a file that is given. */
export interface FileInputOptions extends InputOptions {
  /** Which are taken: types such as `application/pdf` or `text/*`, or endings such as `.csv`. Default: all. */
  types?: readonly string[];
  /** In bytes. Default: `YIELDCAST_MAX_UPLOAD_BYTES`. */
  maxSize?: number;
}

export interface FileOutputOptions extends OutputOptions {}

/** A file to be downloaded whose bytes are at hand. */
export interface FileContent {
  readonly data: string | Uint8Array | ArrayBuffer | Blob;
  /** What it is called, such as `report.csv`. */
  readonly name: string;
  /** Default: what its content or its name says. */
  readonly mimeType?: string;
}

/** What a `file()` output takes; a string is a path inside the project. */
export type FileValue =
  | FileContent
  | Blob
  | string
  | { readonly path: string; readonly name?: string };

export type FileInput = Input<UploadedFile> & Declaration<"file", FileInputOptions>;
export type FileOutput = Output<FileValue> & Declaration<"file", FileOutputOptions>;

/**
 * A file: among the inputs chosen or dropped, among the outputs offered to be downloaded.
 *
 * @example
 * inputs: { sheet: file({ types: [".csv"], maxSize: 1_000_000 }) },
 * outputs: { report: file() },
 * // yield { report: { name: "report.txt", data: "All is well." } };
 */
export function file(options?: { label?: string }): FileInput & FileOutput;
export function file(options: FileInputOptions): FileInput;
export function file(options: FileOutputOptions): FileOutput;
export function file(options: FileInputOptions | FileOutputOptions = {}): FileInput & FileOutput {
  return declare("file", options);
}
