/** About how many bytes a value of JSON holds in memory. */
export function sizeOfValue(value: unknown): number {
  if (typeof value === "string") return 16 + value.length * 2;
  if (typeof value !== "object" || value === null) return 8;
  let size = 32;
  for (const member of Object.values(value)) size += 8 + sizeOfValue(member);
  return size;
}
