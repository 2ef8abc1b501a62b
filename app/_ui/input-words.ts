import { sizeWords } from "@/lib/kinds/file-words";

/**
 * The value of an input in words, to be read beside its label.
 *
 * @param value as it was given; of a file what its run's watchers may know of it
 * @example inputWords(4213) // "4,213"
 */
export function inputWords(value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 12 });
  if (isFile(value)) return `${value.name} (${sizeWords(value.size)}, ${value.mimeType})`;
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value)) return value.map(String).join(", ") || "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a run's watchers may know of a file that it was given. */
export interface KnownFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly mimeType: string;
}

export function isFile(value: unknown): value is KnownFile {
  if (typeof value !== "object" || value === null) return false;
  const { name, size, mimeType } = value as { [key in keyof KnownFile]?: unknown };
  // JSON that was given may have such keys, and anything in them.
  return typeof name === "string" && typeof size === "number" && typeof mimeType === "string";
}
