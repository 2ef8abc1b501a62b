import { preview } from "../preview";

export interface JsonLimits {
  maxLength: number;
  maxDepth: number;
}

/**
 * Why a value is not JSON within the limits, in words; `undefined` where it is. It looks no further than
 * the limits reach, and does not call itself, so that no depth is too much for it.
 */
export function jsonFault(value: unknown, { maxLength, maxDepth }: JsonLimits): string | undefined {
  const tooLong = `it has more than ${maxLength.toLocaleString("en")} characters`;
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let least = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    // Every value has a character, and all but the last a comma behind it.
    least += typeof value === "string" ? value.length + 3 : 2;
    if (least > maxLength + 1) return tooLong;
    if (isScalar(value)) continue;
    if (depth === maxDepth) return `it lies more than ${maxDepth} deep`;
    if (Array.isArray(value)) {
      if (value.length > maxLength) return tooLong;
      for (const member of value) open.push({ value: member, depth: depth + 1 });
    } else if (isPlain(value)) {
      for (const [key, member] of Object.entries(value)) {
        // Whoever copies such an object would set the copy's prototype.
        if (key === "__proto__") return 'it has the key "__proto__"';
        if (member === undefined) continue;
        least += key.length + 3;
        open.push({ value: member, depth: depth + 1 });
      }
    } else return `it has ${preview(value)} in it`;
  }
  return JSON.stringify(value).length > maxLength ? tooLong : undefined;
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

function isPlain(value: unknown): value is { [key: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // GraphQL gives what is written in a document without a prototype.
  return prototype === null || prototype === Object.prototype;
}
