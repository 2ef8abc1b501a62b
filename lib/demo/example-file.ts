import { posix } from "node:path";

/** A file that an example gives, as a page shows it before it is given to a run. */
export interface ExampleFile {
  /** As an upload's: whoever starts a run may give it. */
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly type: string;
  /** Where its content lies, below this site's origin. */
  readonly url: string;
}

/**
 * The file that an example names.
 *
 * @param file the demo's, such as `demos/classify.ts`
 * @param written what the example says, from the demo's own folder
 * @returns from the project's folder; `undefined` where it is no such path, or leaves the folder
 * @example exampleFilePath("demos/classify.ts", "./_photos/cat.jpg") // "demos/_photos/cat.jpg"
 */
export function exampleFilePath(file: string, written: unknown): string | undefined {
  if (typeof written !== "string" || !written.startsWith("./") || /[\\\0]/.test(written)) {
    return undefined;
  }
  const folder = posix.dirname(file);
  const path = posix.join(folder, written);
  return path.startsWith(`${folder}/`) && path !== `${folder}/` ? path : undefined;
}
