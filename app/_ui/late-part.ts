"use client";

import { type ComponentType, useEffect, useState } from "react";
import { afterFirstIdle } from "./first-idle";
import { patiently } from "./patiently";

/**
 * A part of the page that comes once the page can be used, as something simpler can stand in its place until
 * then: a text without its looks, for one. Where it has come already it is there at once.
 *
 * @returns a hook that gives it, `undefined` until it is there
 * @example
 * const useFormula = latePart(() => import("./formula").then((part) => part.Formula));
 */
export function latePart<Props>(
  load: () => Promise<ComponentType<Props>>,
): () => ComponentType<Props> | undefined {
  let loaded: ComponentType<Props> | undefined;
  return function useLatePart() {
    const [part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (part) return;
      void afterFirstIdle(() => patiently(load)).then((come) => {
        loaded = come;
        setPart(() => come);
      });
    }, [part]);
    return part;
  };
}
