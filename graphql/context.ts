import type { House } from "../lib/house";
import type { IncomingFile } from "./multipart";

/** What every resolver gets. */
export interface Context {
  readonly house: House;
  /** Aborted when the caller's connection is lost. */
  readonly signal: AbortSignal | undefined;
  /** The file of a multipart request, over HTTP. */
  readonly incoming?: IncomingFile;
}
