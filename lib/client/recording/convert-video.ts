import type { AudioCodec, InputVideoTrack } from "mediabunny";

export interface VideoConversion {
  /** What it must become: MP4 with H.264, or WebM. */
  format: "mp4" | "webm";
  /** It comes from a recorder, which writes no length into its head: then it is always written anew. */
  recorded?: boolean;
  /** From 0 to 1. */
  onProgress?(part: number): void;
  signal?: AbortSignal;
}

/**
 * A video file as MP4 (H.264, and AAC where the browser can make it, else Opus) or WebM. What has the
 * right codecs already is copied, not encoded again; a file that is right as it is comes back as it is.
 *
 * @throws Error in words where the browser cannot read the file or make the other
 */
export async function convertVideo(file: File, options: VideoConversion): Promise<File> {
  const { format, recorded = false, onProgress, signal } = options;
  const media = await import("mediabunny");
  const input = new media.Input({
    formats: media.ALL_FORMATS,
    source: new media.BlobSource(file),
  });
  try {
    const [video, audio] = await Promise.all([
      input.getPrimaryVideoTrack(),
      input.getPrimaryAudioTrack(),
    ]).catch(() => [null, null] as const);
    if (!video) throw new Error(`There is no video in ${file.name} that this browser can read.`);
    const sound = audio ? await soundCodec(audio.codec) : undefined;
    const container = await input.getMimeType().catch(() => "");
    const isRight =
      container.startsWith(`video/${format}`) && fits(video, format) && sound === audio?.codec;
    if (isRight && !recorded) return retyped(file, format);

    const target = new media.BufferTarget();
    const output = new media.Output({
      target,
      format: format === "mp4" ? new media.Mp4OutputFormat() : new media.WebMOutputFormat(),
    });
    const conversion = await media.Conversion.init({
      input,
      output,
      tracks: "primary",
      video: format === "mp4" ? { codec: "avc" } : {},
      audio: sound ? { codec: sound } : {},
      showWarnings: false,
    });
    const lost = conversion.discardedTracks.find(({ reason }) => reason !== "discarded_by_user");
    if (!conversion.isValid || lost) throw new Error(cannot(file, format));
    if (onProgress) conversion.onProgress = (part) => onProgress(part);
    const cancel = () => void conversion.cancel();
    signal?.addEventListener("abort", cancel);
    try {
      signal?.throwIfAborted();
      await conversion.execute();
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
    if (!target.buffer) throw new Error(cannot(file, format));
    return retyped(new File([target.buffer], file.name), format);
  } finally {
    input.dispose();
  }

  async function soundCodec(codec: AudioCodec | null): Promise<AudioCodec> {
    if (format === "webm") return "opus";
    if (codec === "aac" || (await media.canEncodeAudio("aac"))) return "aac";
    return "opus";
  }
}

function fits({ codec }: InputVideoTrack, format: "mp4" | "webm"): boolean {
  return format === "mp4" ? codec === "avc" : codec === "vp8" || codec === "vp9" || codec === "av1";
}

function retyped(file: File, format: "mp4" | "webm"): File {
  const name = `${file.name.replace(/\.[^.]*$/, "")}.${format}`;
  return new File([file], name, { type: `video/${format}` });
}

function cannot(file: File, format: "mp4" | "webm"): string {
  const wanted = format === "mp4" ? "MP4 with H.264" : "WebM";
  return `This browser cannot make ${wanted} of ${file.name}. Choose a file that is ${wanted} already, or use another browser.`;
}
