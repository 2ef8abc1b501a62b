export interface StillOptions {
  type: "image/png" | "image/jpeg";
  /** Of JPEG, from 0 to 1. */
  quality?: number;
  /** Wider ones are scaled down, in pixels. Default: as it is. */
  maxWidth?: number;
}

/**
 * What a video shows just now, as a picture.
 *
 * @returns `undefined` where it does not show anything yet
 */
export async function takeStill(
  video: HTMLVideoElement,
  { type, quality, maxWidth = Number.POSITIVE_INFINITY }: StillOptions,
): Promise<Blob | undefined> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, maxWidth / videoWidth);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? undefined), type, quality),
  );
}
