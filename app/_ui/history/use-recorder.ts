"use client";

import { useEffect, useMemo, useRef } from "react";
import { endOfRun } from "@/lib/client/end-of-run";
import type { PastRun } from "@/lib/client/past-run";
import type { RunHistory } from "@/lib/client/run-history";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { RunStore } from "@/lib/client/run-store";
import { createSessionMemory } from "@/lib/client/session-memory";
import { type FileFacts, recallFacts } from "@/lib/client/upload-facts";
import type { DemoDescription } from "@/lib/demo/describe";
import { controlKind } from "@/lib/kinds/control-inputs";
import { isFed } from "@/lib/kinds/is-fed";
import type { Values } from "../use-form";
import { makeThumbnail } from "./make-thumbnail";

export interface RecorderOptions {
  demo: DemoDescription;
  history: RunHistory;
  store: Pick<RunStore, "onEnd">;
  snapshot: RunSnapshot;
  /** What the run on show was given; `undefined` where it is not this browser's. */
  given: Values | undefined;
  /** Whether this page has started it. Any other is in the history, or was removed from it. */
  started: boolean;
}

/**
 * Writes the runs of this page into the history: at their beginning, at their end, and what is left of them.
 *
 * @returns the run on show as the history has it, or soon will
 */
export function useRecorder(options: RecorderOptions): PastRun | undefined {
  const { demo, history, store, snapshot, given, started } = options;
  const runs = history.list();
  /** What is removed later, here or in another tab, is not written down again. */
  const written = useRef(new Set<string>());
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const id = snapshot.run?.id;

  // Not at every change of what is fed to a run: it is written down at the end.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run has another state, or it is another run.
  useEffect(() => {
    const { snapshot, history } = latest.current;
    // Of a demo that runs at every letter the runs that came to their end are enough.
    if (!snapshot.run || (demo.live && snapshot.phase !== "done")) return;
    const run = pastRunOf(latest.current, written.current);
    if (!run) return;
    history.put(run);
    written.current.add(run.id);
    if (isOver(snapshot.phase) && !run.thumbnail) void addThumbnail(demo, history, snapshot);
  }, [demo, id, snapshot.phase]);

  useEffect(
    () =>
      store.onEnd((ended) => {
        const { history, snapshot } = latest.current;
        // The one on show is written down with what it was given, as above.
        if (!ended.run || ended.run.id === snapshot.run?.id) return;
        if (!history.find(ended.run.id)) return;
        history.change(ended.run.id, endOfRun(ended));
        void addThumbnail(demo, history, ended);
      }),
    [demo, store],
  );

  // Of a thousand updates a second few change anything of this.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it is made of.
  return useMemo(
    () => pastRunOf(options, written.current),
    [demo, runs, id, snapshot.phase, given, started],
  );
}

/** `undefined` where it is not this browser's, was removed, or the server has refused to start it. */
function pastRunOf(
  { demo, snapshot, given, started, history }: RecorderOptions,
  written: ReadonlySet<string>,
): PastRun | undefined {
  const { phase, run } = snapshot;
  if (!given || phase === "idle" || (isOver(phase) && !run)) return undefined;
  const known = run && history.find(run.id);
  if (!known && (!started || (run && written.has(run.id)))) return undefined;
  return {
    createdAt: Date.now(),
    ...known,
    // Before the server has said which run it is, it is on show only.
    id: run?.id ?? "",
    inputs: known?.tooLong ? known.inputs : given,
    ...(filesOf(demo, given) ?? {}),
    ...(isOver(phase) ? endOfRun(snapshot) : { status: run?.status ?? "QUEUED" }),
  };
}

/** What is known of the files, which another tab does not know. */
function filesOf({ inputs }: DemoDescription, given: Values): Pick<PastRun, "files"> | undefined {
  const memory = createSessionMemory();
  const files: { [input: string]: FileFacts } = {};
  for (const input of inputs) {
    const value = given[input.name];
    if (controlKind(input) || isFed(input) || typeof value !== "string") continue;
    const facts = recallFacts(memory, value);
    if (facts) files[input.name] = facts;
  }
  return Object.keys(files).length > 0 ? { files } : undefined;
}

async function addThumbnail(
  demo: DemoDescription,
  history: RunHistory,
  { run, outputs }: RunSnapshot,
): Promise<void> {
  const thumbnail = await makeThumbnail(demo.outputs, outputs);
  if (run && thumbnail) history.change(run.id, { thumbnail });
}
