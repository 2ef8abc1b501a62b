import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Whether two keys are the same, in a time that depends neither on where they differ nor on their
 * lengths: https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b
 */
export function isSameKey(given: string, key: string): boolean {
  return timingSafeEqual(digest(given), digest(key));
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}
