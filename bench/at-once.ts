import pLimit from "p-limit";

/** Does something so many times, so many of them at once. */
export async function atOnce(
  most: number,
  times: number,
  work: () => Promise<void>,
): Promise<void> {
  const limit = pLimit(most);
  await Promise.all(Array.from({ length: times }, () => limit(work)));
}
