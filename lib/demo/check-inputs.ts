import { inputKind } from "../kinds/inputs";
import { preview } from "../kinds/preview";
import { ShownError } from "../shown-error";
import type { Upload, UploadStore } from "../store/upload-store";
import type { Demo } from "./demo";
import { putFile, type UploadPlace, writePlace } from "./upload-place";

/** One wrong input. */
export interface InputFault {
  readonly argument: string;
  readonly message: string;
  /** Where a file is not kept (any more): it can be uploaded again. */
  readonly code?: "UPLOAD_NOT_FOUND";
  /** The ids of those that are not kept. */
  readonly uploads?: readonly string[];
}

/** Inputs that a demo does not take; the message names each, what is allowed and what came. */
export class InputError extends ShownError {
  override name = "InputError";
  readonly code = "BAD_USER_INPUT";
  /** The first wrong argument, and each with what is wrong with it. */
  override readonly details: { argument: string | undefined; arguments: readonly InputFault[] };

  constructor(readonly faults: readonly InputFault[]) {
    super(faults.map((fault) => fault.message).join(" "));
    this.details = { argument: faults[0]?.argument, arguments: faults };
  }
}

/** Inputs that a demo takes. */
export interface CheckedInputs {
  /** By input; of a file what may be known of it, without where it lies. */
  readonly values: { readonly [name: string]: unknown };
  /** By place (see `writePlace`), the ids of files. */
  readonly uploads: { readonly [name: string]: string };
}

/**
 * The inputs for a run of a demo: what was given, defaults elsewhere.
 *
 * @throws InputError where some are wrong, all of them at once
 * @example await checkInputs(fakeDiffusion, { steps: 11 }, uploads)
 * // InputError: The argument "steps" must be a whole number from 1 to 10; got 11.
 */
export async function checkInputs(
  demo: Demo,
  given: { readonly [name: string]: unknown },
  files: UploadStore,
): Promise<CheckedInputs> {
  const faults: InputFault[] = [];
  const values: { [name: string]: unknown } = {};
  const uploads: { [name: string]: string } = {};
  for (const [name, declared] of Object.entries(demo.inputs)) {
    const kind = inputKind(declared);
    const value = given[name] ?? kind.default(declared.options);
    const gone: string[] = [];
    let came =
      value === undefined
        ? "nothing was given"
        : (kind.came?.(value, declared.options) ?? `got ${preview(value)}`);
    if (kind.accepts(value, declared.options)) {
      if (!kind.fileFault) {
        values[name] = kind.taken ? kind.taken(value, declared.options) : value;
        continue;
      }
      const held = kind.uploads?.(value) ?? [{ path: [], id: String(value) }];
      const found: { place: UploadPlace; upload: Upload }[] = [];
      let fault: string | undefined;
      for (const { path, id } of held) {
        const upload = await files.find(id);
        if (!upload) gone.push(id);
        else found.push({ place: { input: name, path }, upload });
        const own = upload
          ? kind.fileFault(upload.file, declared.options)
          : "there is no such upload, or no longer: upload the file again";
        fault ??= own && (path.length > 0 ? `${own} (${wayTo(path)})` : own);
      }
      if (fault === undefined) {
        values[name] = structuredClone(value);
        for (const { place, upload } of found) {
          const { path: _path, ...known } = upload.file;
          putFile(values, place, known);
          uploads[writePlace(place)] = upload.id;
        }
        continue;
      }
      came = fault;
    }
    const message = `The argument "${name}" must be ${kind.allowed(declared.options)}; ${came}.`;
    const lost = gone.length > 0 && ({ code: "UPLOAD_NOT_FOUND", uploads: gone } as const);
    faults.push({ argument: name, message, ...lost });
  }
  if (faults.length > 0) throw new InputError(faults);
  return { values, uploads };
}

/** @example wayTo([3, "attachments", 0]) // "[3].attachments[0]" */
function wayTo(path: UploadPlace["path"]): string {
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
}
