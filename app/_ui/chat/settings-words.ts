import type { DemoDescription } from "@/lib/demo/describe";
import { isOwnInput } from "@/lib/kinds/chat/own-inputs";
import { inputWords } from "../input-words";
import { isSame } from "../is-same";
import { shortWords } from "../short-words";
import type { Values } from "../use-form";

/**
 * The further inputs of a chat that are not as they stand at first.
 *
 * @returns `undefined` where all are
 * @example settingsWords(demo, { temperature: 0.2 }) // "Temperature 0.2"
 */
export function settingsWords({ inputs }: DemoDescription, values: Values): string | undefined {
  const words = inputs.flatMap(({ name, label, default: first }) => {
    const value = values[name];
    if (isOwnInput(name) || value === undefined || isSame(value, first)) return [];
    return [`${label} ${shortWords(inputWords(value))}`];
  });
  return words.length > 0 ? words.join(" · ") : undefined;
}
