/** A file that was uploaded, as `run` is given it. */
export interface UploadedFile {
  /** Where it lies on the server. Its name there says nothing of what the file was called. */
  readonly path: string;
  /** What it was called, without any folder. */
  readonly name: string;
  /** What its content says, whatever it was called. */
  readonly mimeType: string;
  /** In bytes. */
  readonly size: number;
  /** In seconds, of sound and video. */
  readonly duration?: number;
  /** In pixels, of pictures and video. */
  readonly width?: number;
  readonly height?: number;
  /** Of sound, and of a video with sound. */
  readonly sampleRate?: number;
  readonly channels?: number;
}

export interface Upload {
  /** Unguessable; whoever holds it may give the file to a run. */
  readonly id: string;
  readonly file: UploadedFile;
}

/** Where files live that were uploaded, until the runs that were given them are over. */
export interface UploadStore extends AsyncDisposable {
  /** The folder in which they lie. */
  readonly folder: string;
  /**
   * Writes a file as it comes in. Where it ends too early, is too large or cannot be written, nothing
   * of it stays.
   *
   * @throws LimitError `UPLOAD_TOO_LARGE`, `TOO_MANY_UPLOADS`
   */
  receive(name: string, content: AsyncIterable<Uint8Array>): Promise<Upload>;
  /** `undefined` where it is not kept (any more). */
  find(id: string): Promise<Upload | undefined>;
  /** Keeps uploads for as long as a run lasts. */
  hold(run: string, ids: readonly string[]): void;
  /** Says that a run is over: files that no other run holds are removed. */
  release(run: string): void;
}
