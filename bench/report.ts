import type { Figure } from "./measure";
import type { Found, Result } from "./run-measure";
import { median } from "./statistics";

/** Whether a figure's median is what it must be; a figure without a target always is. */
export function isReached({ figure, values }: Found): boolean {
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = figure;
  const value = median(values);
  return value >= atLeast && value <= atMost;
}

/**
 * The results as a table in Markdown: a row for each figure.
 *
 * @param gradio its version, where it was measured too: it has a column then
 */
export function toTable(results: readonly Result[], gradio?: string): string {
  const head = ["measure", "figure", "median", "smallest to largest", "must be", ""];
  if (gradio) head.push(`Gradio ${gradio}`);
  const rows = results.flatMap((result) => {
    if (result.failure) {
      return [[result.name, "failed", "", "", "", "✗", ...(gradio ? [""] : [])]];
    }
    return result.found.map((found, at) => {
      const { figure, values } = found;
      const cells = [
        at === 0 ? `**${result.name}**` : "",
        figure.title,
        inUnit(median(values), figure),
        `${plain(Math.min(...values), figure)} to ${inUnit(Math.max(...values), figure)}`,
        target(figure),
        target(figure) === "" ? "" : isReached(found) ? "✓" : "✗",
      ];
      if (gradio) cells.push(found.gradio === undefined ? "" : inUnit(found.gradio, figure));
      return cells;
    });
  });
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** What was done in each measure, as a list in Markdown. */
export function toWorkloads(results: readonly Result[]): string {
  return results.map(({ name, workload }) => `- **${name}**: ${workload}.`).join("\n");
}

function target(figure: Figure): string {
  if (figure.atLeast !== undefined) return `≥ ${inUnit(figure.atLeast, figure)}`;
  return figure.atMost !== undefined ? `≤ ${inUnit(figure.atMost, figure)}` : "";
}

function inUnit(value: number, figure: Figure): string {
  const space = figure.unit === "" || /^[/×%]/.test(figure.unit) ? "" : " ";
  return `${plain(value, figure)}${space}${figure.unit}`;
}

function plain(value: number, { digits = 0 }: Figure): string {
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
