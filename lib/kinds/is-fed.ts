import type { InputDeclaration } from "./inputs";

/** Whether an input is fed while the run goes on: a stream, or a control with `streaming: true`. */
export function isFed({ kind, options }: InputDeclaration): boolean {
  if (kind === "audioStream" || kind === "imageStream") return true;
  return "streaming" in options && options.streaming === true;
}
