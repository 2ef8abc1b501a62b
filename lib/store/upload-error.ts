import { ShownError } from "../shown-error";

/** A file that could not be received, through no limit. */
export class UploadError extends ShownError {
  override name = "UploadError";

  constructor(
    /** What the wire says. */
    readonly code: "BAD_MULTIPART" | "UPLOAD_CUT_OFF" | "SHUTDOWN",
    message: string,
  ) {
    super(message);
  }
}
