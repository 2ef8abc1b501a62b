import { once } from "node:events";
import { Busboy, type BusboyFileStream } from "@fastify/busboy";
import { UploadError } from "../lib/store/upload-error";
import { type FilePlace, type Operations, readMap, readOperations } from "./multipart-fields";

type Form = InstanceType<typeof Busboy>;

/** A file that is still coming in. */
export interface IncomingFile {
  /** What stands for it among the variables, where JSON has no place for a file. */
  readonly mark: string;
  /** As its sender calls it. */
  readonly name: string;
  /**
   * Its bytes, as fast as they are taken. They end well only where the whole request has.
   *
   * @throws UploadError `BAD_MULTIPART`, `UPLOAD_CUT_OFF`
   */
  readonly content: AsyncIterable<Uint8Array>;
  /** Nobody wants it (any more): what still comes is let go. */
  drop(): void;
}

export interface Multipart {
  readonly operations: Operations;
  readonly file: IncomingFile;
}

/**
 * Reads a GraphQL multipart request up to where its file begins:
 * https://github.com/jaydenseric/graphql-multipart-request-spec
 *
 * The file is not read ahead: its sender waits for who takes it, so that it takes no memory.
 *
 * @param mostFieldBytes what `operations` and `map` may have each
 * @throws UploadError `BAD_MULTIPART`, `UPLOAD_CUT_OFF`
 */
export function readMultipart(request: Request, mostFieldBytes: number): Promise<Multipart> {
  const form = createForm(request, mostFieldBytes);
  /** Aborted where the form is wrong or the file unwanted: what still comes is only let go. */
  const unwanted = new AbortController();
  const whole = pump(request, form, unwanted.signal);
  return new Promise((resolve, reject) => {
    let operations: Operations | undefined;
    let place: FilePlace | undefined;
    let begun: BusboyFileStream | undefined;

    function refuse(error: Error): void {
      reject(error);
      begun?.destroy(error);
      unwanted.abort(error);
    }
    const refuseForm = (message: string) => refuse(new UploadError("BAD_MULTIPART", message));

    form.on("field", (name, value, _shortName, short) => {
      try {
        if (short) refuseForm(`${name} must have at most ${mostFieldBytes} bytes.`);
        else if (name === "operations") operations = readOperations(value);
        else if (operations) place = readMap(value, operations);
        else refuseForm("The fields must come in this order: operations, map, the file.");
      } catch (error) {
        refuse(error as Error);
      }
    });

    form.on("file", (part, stream, name) => {
      // Without a listener an error would end the process.
      stream.on("error", () => {});
      stream.once("close", () => {
        if (!stream.readableEnded) unwanted.abort();
      });
      begun = stream;
      if (unwanted.signal.aborted) {
        stream.destroy();
      } else if (!operations || !place) {
        refuseForm("The fields must come in this order: operations, map, the file.");
      } else if (part !== place.part) {
        refuseForm(`The file must be the field "${place.part}", as map says; got "${part}".`);
      } else {
        operations.variables[place.variable] = part;
        const content = contentOf(stream, whole, unwanted.signal);
        resolve({ operations, file: { mark: part, name, content, drop: () => stream.destroy() } });
      }
    });

    const tooMany = () => refuseForm("A request carries operations, map and exactly one file.");
    form.on("fieldsLimit", tooMany).on("filesLimit", tooMany).on("partsLimit", tooMany);
    const cutOff = () =>
      refuse(new UploadError("UPLOAD_CUT_OFF", "The request ended before its form did."));
    form.on("error", cutOff);
    whole.then(() => {
      if (!begun)
        refuseForm("The file is missing: a request carries operations, map and one file.");
    }, cutOff);
  });
}

function createForm(request: Request, fieldSize: number): Form {
  try {
    return new Busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      limits: { fieldSize, fields: 2, files: 1, parts: 3, headerPairs: 20, headerSize: 4096 },
      // Known by name: curl names the file too that it reads a text from.
      isPartAFile: (name) => name !== "operations" && name !== "map",
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UploadError("BAD_MULTIPART", `The request is no multipart form (${why}).`);
  }
}

/** Reads what comes and keeps none of it: a sender who is still sending hears the answer only then. */
export async function letGo(request: Request): Promise<void> {
  try {
    for await (const _chunk of request.body ?? []);
  } catch {
    // It was cut off, and nobody wants the rest.
  }
}

/** Writes what comes into the form, as fast as it takes it. It settles when all has come. */
async function pump(request: Request, form: Form, signal: AbortSignal): Promise<void> {
  const heard = (event: string) => once(form, event, { signal }).catch(() => {});
  for await (const chunk of request.body ?? []) {
    // Not cancelled: that would cut the connection, over which the answer goes.
    if (signal.aborted) continue;
    if (!form.write(chunk)) await heard("drain");
  }
  if (signal.aborted) return;
  form.end();
  await heard("finish");
}

async function* contentOf(
  stream: BusboyFileStream,
  whole: Promise<void>,
  unwanted: AbortSignal,
): AsyncGenerator<Uint8Array> {
  yield* stream as AsyncIterable<Uint8Array>;
  unwanted.throwIfAborted();
  await Promise.race([whole.catch(() => {}), once(unwanted, "abort")]);
  unwanted.throwIfAborted();
}
