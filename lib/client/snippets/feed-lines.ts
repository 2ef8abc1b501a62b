/**
 * Says how the inputs that are fed while the run goes on get what they are fed.
 *
 * @param mark what begins a comment: `//`
 */
export function feedLines(fed: readonly string[], mark: string): string[] {
  return fed.map((input) =>
    [
      mark,
      `While this goes on, feed "${input}" with the mutation`,
      `pushInput(run: id, key: key, input: "${input}", index: 0, …): see docs/graphql.md.`,
    ].join(" "),
  );
}
