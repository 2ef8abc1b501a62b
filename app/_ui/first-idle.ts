import { whenIdle } from "./when-idle";

const idle =
  typeof window === "undefined" ? undefined : new Promise<void>((resolve) => whenIdle(resolve));

/**
 * Fetches a part that draws what has come, once the page around it can be used: behind its first idle
 * moment at once, so what comes during a run does not wait.
 */
export async function afterFirstIdle<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  await idle;
  return fetchPart();
}
