const longest = 60;

/**
 * A value in a few words for an error message: never long, never a stack or the contents of bytes.
 *
 * @example preview("x".repeat(9000)) // '"xxxx…" (9,000 characters)'
 */
export function preview(value: unknown): string {
  if (typeof value === "string") {
    if (value.length <= longest) return JSON.stringify(value);
    const start = JSON.stringify(`${value.slice(0, 20)}…`);
    return `${start} (${value.length.toLocaleString("en")} characters)`;
  }
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `${value}n`;
  if (value === null || typeof value !== "object") return String(value);
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const keys = Object.keys(value).slice(0, 5);
  const name = value.constructor?.name;
  if (name && name !== "Object") return `an object of class ${name}`;
  return keys.length === 0 ? "{}" : `an object with ${keys.join(", ")}`;
}
