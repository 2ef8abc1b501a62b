"use client";

import { useEffect, useRef } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription, ExampleDescription } from "@/lib/demo/describe";
import type { ShownExample } from "./shown-example";
import { useExampleRun } from "./use-example-run";

export interface ShownExampleOptions {
  demo: DemoDescription;
  document: string;
  /** The run on show that somebody has started. */
  known: RunSnapshot;
  /** What is to be shown in its place; `undefined`: nothing. */
  chosen: ExampleDescription | undefined;
  /** Told what to show in the place of the run; `undefined`: nothing. */
  onShow(shown: ShownExample | undefined): void;
}

/** Shows what an example has yielded, and leaves it there until a run that has begun since yields something. */
export function useShownExample(options: ShownExampleOptions): void {
  const { demo, document, known, chosen, onShow } = options;
  const snapshot = useExampleRun(demo, document, chosen?.run);
  const isGoing = known.phase !== "idle" && !isOver(known.phase);
  const last = useRef<RunSnapshot["outputs"]>(undefined);
  useEffect(() => {
    if (chosen && snapshot) {
      last.current = snapshot.outputs;
      onShow({ label: chosen.label, snapshot });
      return;
    }
    const isEmpty = Object.keys(known.outputs).length === 0;
    if (!isGoing || !isEmpty) last.current = undefined;
    // A view that was filled is never emptied for a moment.
    const snapshotOfBoth = last.current && { ...known, outputs: last.current, carriedOver: true };
    onShow(snapshotOfBoth && { label: undefined, snapshot: snapshotOfBoth });
  }, [onShow, chosen, snapshot, known, isGoing]);
}
