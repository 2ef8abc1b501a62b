/** Whether two inputs are the same value: they are what JSON can carry, or nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  // A long text is not written out for each frame.
  return isObject(one) && isObject(other) && JSON.stringify(one) === JSON.stringify(other);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
