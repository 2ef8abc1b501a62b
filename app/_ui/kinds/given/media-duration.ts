/**
 * How long a sound or video is, in seconds, as the browser sees it; `undefined` where it does not say.
 * What was recorded in pieces has no length in its head: it is for the server to count.
 */
export function durationOf(file: Blob, kind: "audio" | "video"): Promise<number | undefined> {
  return new Promise((resolve) => {
    const element = document.createElement(kind);
    const url = URL.createObjectURL(file);
    const done = () => {
      const { duration } = element;
      URL.revokeObjectURL(url);
      resolve(Number.isFinite(duration) && duration > 0 ? duration : undefined);
    };
    element.onloadedmetadata = done;
    element.onerror = done;
    element.preload = "metadata";
    element.src = url;
  });
}
