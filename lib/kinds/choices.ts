/** What is wrong with a list of choices, as a sentence. */
export function choicesFaults(choices: readonly string[]): string[] {
  if (!Array.isArray(choices) || choices.length === 0) {
    return ['choices must name at least one: choices: ["calm", "wild"]'];
  }
  const wrong = choices.find((choice) => typeof choice !== "string");
  if (wrong !== undefined) return [`choices must be texts; got ${String(wrong)}`];
  const twice = choices.find((choice, at) => choices.indexOf(choice) !== at);
  return twice === undefined ? [] : [`choices must differ; ${JSON.stringify(twice)} stands twice`];
}

/** The choices in words: `"calm", "wild"`. */
export function choicesWords(choices: readonly string[]): string {
  return choices.map((choice) => JSON.stringify(choice)).join(", ");
}
