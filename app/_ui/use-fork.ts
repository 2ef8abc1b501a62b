"use client";

import { useEffect, useRef, useState } from "react";
import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { Fork } from "./fork";
import type { Values } from "./use-form";

export interface Forking {
  /** `undefined` where the form was not filled from a run, or that is to be forgotten. */
  readonly fork: Fork | undefined;
  /** The parent of the run that starts now with these values. */
  parentFor(values: Values): string | undefined;
  forget(): void;
}

/**
 * The run from which this page's runs are forked. One that the server forgets meanwhile does not stand in
 * the way: the run is started once more, without a parent.
 */
export function useFork(
  given: Fork | undefined,
  { run, error }: RunSnapshot,
  onStart: (values: Values) => void,
): Forking {
  const [fork, setFork] = useState(given);
  /** What was started last with a parent, until the server has answered. */
  const started = useRef<Values>(undefined);

  useEffect(() => {
    const values = started.current;
    if (!values || (!run && !error)) return;
    started.current = undefined;
    if (run || error?.code !== "RUN_NOT_FOUND") return;
    setFork((before) => before && { ...before, kept: false });
    onStart(values);
  });

  return {
    fork,
    parentFor(values) {
      started.current = fork?.kept ? values : undefined;
      return fork?.kept ? fork.run : undefined;
    },
    forget: () => setFork(undefined),
  };
}
