/** A text of an output's kind on the wire. */
export interface TextOnWire {
  readonly delta: string;
  readonly reset: boolean;
}

/** A text as it grows. */
export interface JoinedText {
  readonly text: string;
  /** The same object for as long as the text only grows, so that a view need not compare texts. */
  readonly origin: object;
}

export function joinText(
  previous: JoinedText | undefined,
  { delta, reset }: TextOnWire,
): JoinedText {
  if (reset || !previous) return { text: delta, origin: {} };
  return { text: previous.text + delta, origin: previous.origin };
}
