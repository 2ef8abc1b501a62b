export interface VideoRecordingOptions {
  /** The camera's, with or without sound. It is left open. */
  stream: MediaStream;
  /** What it should become, where the browser can record it. */
  format: "mp4" | "webm";
}

/** A camera that is being recorded. */
export interface VideoRecording {
  /** Ends it, and gives it as the browser has recorded it. */
  stop(): Promise<File>;
  /** Ends it and keeps nothing. */
  discard(): void;
}

const mp4Types = ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4;codecs=avc1,opus"];
const webmTypes = ["video/webm;codecs=vp8,opus", "video/webm"];

/**
 * Records a stream with the browser's own recorder. Where it cannot record what is wanted it records
 * what it can: see `convertVideo`.
 *
 * @throws Error in words where the browser records nothing at all
 */
export function recordVideo({ stream, format }: VideoRecordingOptions): VideoRecording {
  const types = format === "mp4" ? [...mp4Types, ...webmTypes] : [...webmTypes, ...mp4Types];
  const mimeType = globalThis.MediaRecorder
    ? types.find((type) => MediaRecorder.isTypeSupported(type))
    : undefined;
  if (!mimeType) {
    throw new Error("This browser cannot record video. Choose a file, or use another browser.");
  }
  const recorder = new MediaRecorder(stream, { mimeType });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start();
  return {
    async stop() {
      if (recorder.state !== "inactive") recorder.stop();
      await ended;
      const type = mimeType.replace(/;.*/, "");
      return new File(parts, `recording.${type.slice("video/".length)}`, { type });
    },
    discard() {
      if (recorder.state !== "inactive") recorder.stop();
    },
  };
}
