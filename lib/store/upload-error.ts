import { ShownError } from "../shown-error";

/** A file that could not be received, through no limit: it was cut off, or the server is leaving. */
export class UploadError extends ShownError {
  override name = "UploadError";

  constructor(
    /** What the wire says, such as `UPLOAD_CUT_OFF`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
