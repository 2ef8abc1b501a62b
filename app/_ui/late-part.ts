"use client";

import { type ComponentType, useEffect, useState } from "react";
import { afterFirstIdle } from "./first-idle";
import { patiently } from "./patiently";

/** A part of the page that is loaded at most once, whoever needs it. */
export interface LatePart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  loaded?: ComponentType<Props>;
}

/**
 * Gives a part of the page that comes once the page can be used, as something simpler can stand in its place
 * until then: a text without its looks, for one. Where it has come already it is there at once.
 *
 * @returns `undefined` until it is there
 * @example
 * const formula: LatePart<FormulaProps> = { load: () => import("./formula").then((part) => part.Formula) };
 * const Formula = useLatePart(formula);
 */
export function useLatePart<Props>(late: LatePart<Props>): ComponentType<Props> | undefined {
  const [part, setPart] = useState(() => late.loaded);
  useEffect(() => {
    if (part) return;
    void afterFirstIdle(() => patiently(late.load)).then((come) => {
      late.loaded = come;
      setPart(() => come);
    });
  }, [part, late]);
  return part;
}
