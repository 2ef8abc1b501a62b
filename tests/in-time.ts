/**
 * Measures what happens in real time, up to three times, until it is as it should be.
 *
 * A machine that is busy with something else makes it worse: a sound comes late, a task takes longer, a frame
 * is left out. It never makes it better, and what is wrong with the product itself is wrong each time.
 *
 * @param measure what must hold however late things are is expected in here, where it fails at once
 * @param expectInTime expects what only lateness can break
 * @returns what was measured when it was so
 * @throws what `expectInTime` threw in the last try
 *
 * @example await inTime(play, ({ gaps }) => expect(gaps).toBe(0))
 */
export async function inTime<Seen>(
  measure: () => Promise<Seen>,
  expectInTime: (seen: Seen) => void,
): Promise<Seen> {
  for (let tries = 1; ; tries++) {
    const seen = await measure();
    try {
      expectInTime(seen);
      return seen;
    } catch (error) {
      if (tries === 3) throw error;
    }
  }
}
