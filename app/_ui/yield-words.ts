import type { OutputDescription } from "@/lib/demo/describe";

export type YieldWord = "frame" | "piece" | "token" | "value";

/** What one yield of a demo is called. */
export function yieldWord(outputs: readonly OutputDescription[]): YieldWord {
  if (outputs.some(({ kind }) => kind === "image")) return "frame";
  if (outputs.some(({ kind }) => kind === "audio" || kind === "video")) return "piece";
  return outputs.some(
    (output) => output.kind === "reply" || (output.kind === "text" && output.options.append),
  )
    ? "token"
    : "value";
}

/**
 * How many came, and how fast.
 *
 * @example rateWords(90, "token", 3000) // "90 tokens, 30 a second"
 */
export function rateWords(yields: number, word: string, milliseconds: number): string {
  const total = `${yields.toLocaleString("en")} ${word}${yields === 1 ? "" : "s"}`;
  if (yields < 2 || milliseconds < 1) return total;
  const rate = (1000 * yields) / milliseconds;
  const digits = rate < 10 ? 1 : 0;
  return `${total}, ${rate.toLocaleString("en", { maximumFractionDigits: digits })} a second`;
}
