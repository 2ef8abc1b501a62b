/** Whether two inputs are the same value: they are what JSON can carry, or nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || JSON.stringify(one) === JSON.stringify(other);
}
