/** Where a file is among a run's inputs. */
export interface UploadPlace {
  readonly input: string;
  /** The way to it within the input's value; empty where that is the file itself. */
  readonly path: readonly (string | number)[];
}

/** @example writePlace({ input: "history", path: [3, "attachments", 0] }) // "history.3.attachments.0" */
export function writePlace({ input, path }: UploadPlace): string {
  return [input, ...path].join(".");
}

/** The place that `writePlace` wrote; names of inputs have no dots. */
export function readPlace(written: string): UploadPlace {
  const [input = "", ...path] = written.split(".");
  return { input, path };
}

/** Puts a file at its place into values, whose lists and objects are changed. */
export function putFile(
  values: { [input: string]: unknown },
  { input, path }: UploadPlace,
  file: unknown,
): void {
  const way = [input, ...path];
  const last = way.pop();
  let at: unknown = values;
  for (const step of way) at = (at as { [step: string]: unknown })[step];
  (at as { [step: string]: unknown })[last as string] = file;
}
