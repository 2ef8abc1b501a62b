import { useEffect, useState } from "react";

const signs = ["pointermove", "pointerdown", "wheel", "keydown", "focusin"] as const;

/**
 * Whether something is about to be used, so that its code is fetched then: it is, as soon as somebody
 * does anything on the page. An embed that nobody touches never loads a player.
 *
 * @param already it is needed whatever anybody does
 * @example const needed = useNeeded(live || value !== undefined)
 */
export function useNeeded(already: boolean): boolean {
  const [isUsed, setIsUsed] = useState(already);
  const waits = !isUsed && !already;
  useEffect(() => {
    if (!waits) return;
    const controller = new AbortController();
    const options = { capture: true, passive: true, signal: controller.signal };
    for (const sign of signs) addEventListener(sign, () => setIsUsed(true), options);
    return () => controller.abort();
  }, [waits]);
  // What was needed once stays: a player between two runs is the same one.
  useEffect(() => {
    if (already) setIsUsed(true);
  }, [already]);
  return isUsed || already;
}
