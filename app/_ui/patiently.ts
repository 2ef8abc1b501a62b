const longestWait = 10_000;

/**
 * Fetches a part of the page, again and again while the line is down: React takes one failure for the end,
 * and draws an error in the place of the whole page, whatever runs on it.
 *
 * @param wait milliseconds until it is tried once more
 * @throws what the part itself throws where it has come
 */
export async function patiently<Part>(fetchPart: () => Promise<Part>, wait = 500): Promise<Part> {
  try {
    return await fetchPart();
  } catch (error) {
    // As Turbopack's loader calls it, which has tried twice by then.
    if ((error as Error | undefined)?.name !== "ChunkLoadError") throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return patiently(fetchPart, Math.min(2 * wait, longestWait));
  }
}
