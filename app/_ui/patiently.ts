const longestWait = 10_000;

/**
 * Fetches a part of the page, again and again while the line is down: React takes one failure for the end,
 * and draws an error in the place of the whole page, whatever runs on it.
 *
 * @throws what the part itself throws where it has come
 */
export async function patiently<Part>(fetchPart: () => Promise<Part>): Promise<Part> {
  for (let wait = 500; ; wait = Math.min(2 * wait, longestWait)) {
    try {
      return await fetchPart();
    } catch (error) {
      if (!isUnfetched(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** As Turbopack's loader names it; it has tried twice by then. */
function isUnfetched(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}
