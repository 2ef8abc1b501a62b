import { inputKind } from "../kinds/inputs";
import type { Demo } from "./demo";
import { titleOf } from "./names";

const longest = 60;

/**
 * What a page calls an example that its author has not named: what it gives.
 *
 * @example exampleLabel({ steps: 5, seed: 3 }, inputs) // "Steps 5 · Seed 3"
 */
export function exampleLabel(
  values: { readonly [input: string]: unknown },
  inputs: Demo["inputs"],
): string {
  const given = Object.entries(values).map(([name, value]): [string, unknown] => {
    const declared = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const isFile = declared && inputKind(declared).fileFault;
    return [name, isFile ? String(value).replace(/^.*\//, "") : value];
  });
  const [first] = given;
  if (!first) return "As it stands";
  // A sentence says by itself what it is for.
  if (given.length === 1 && typeof first[1] === "string" && first[1].trim() !== "") {
    return short(first[1]);
  }
  const parts = given.map(([name, value]) => {
    const declared = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const label = declared?.options.label ?? titleOf(name);
    return `${label} ${words(value)}`;
  });
  return short(parts.join(" · "));
}

function words(value: unknown): string {
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 6 });
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "string") return value === "" ? "empty" : value.slice(0, longest);
  if (Array.isArray(value)) return value.slice(0, 8).map(words).join(", ") || "none";
  return (JSON.stringify(value) ?? String(value)).slice(0, longest);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  // A letter has at most two code units.
  const letters = [...line.slice(0, longest * 2 + 2)];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : line;
}
