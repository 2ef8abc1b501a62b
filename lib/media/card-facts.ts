import type { Logged } from "../kinds/outputs";

/** What a picture of a run shows of its outputs. */
export interface CardFacts {
  /** The name of the newest image's bytes. */
  readonly image: string | undefined;
  /** The first words of the last text. */
  readonly words: string | undefined;
}

/** More than are shown: some of them may be spaces. */
const mostCharacters = 1000;

/** The last image among a run's outputs, and the first words of its last text. */
export function cardFacts(outputs: { readonly [output: string]: Logged }): CardFacts {
  let image: string | undefined;
  let words: string | undefined;
  for (const logged of Object.values(outputs)) {
    if (logged.kind === "image") image = logged.id;
    if ("delta" in logged && typeof logged.delta === "string") {
      words = logged.delta.slice(0, mostCharacters).replace(/\s+/g, " ").trim() || words;
    }
  }
  return { image, words };
}
