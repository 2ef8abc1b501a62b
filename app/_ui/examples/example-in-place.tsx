"use client";

import { shownFirst } from "./shown-example";
import { type ShownExampleOptions, useShownExample } from "./use-shown-example";

/** Has an example's run shown until somebody starts one, where there is no room to choose one. */
export function ExampleInPlace(props: Omit<ShownExampleOptions, "chosen">) {
  const { demo, known } = props;
  useShownExample({ ...props, chosen: known.phase === "idle" ? shownFirst(demo) : undefined });
  return null;
}
