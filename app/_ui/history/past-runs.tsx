"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { askRun } from "@/lib/client/ask-run";
import type { PastRun } from "@/lib/client/past-run";
import { createRunHistory } from "@/lib/client/run-history";
import { CompareFoot } from "./compare-foot";
import { type Filling, fillFrom } from "./fill-from";
import { PastRunRow } from "./past-run-row";
import { type RecorderOptions, useRecorder } from "./use-recorder";

export interface PastRunsProps extends Omit<RecorderOptions, "history"> {
  /** The id of the run that the form was filled from, where the server has none to show. */
  opened: string | undefined;
  /** How many inputs differ from those of the run on show. */
  changed: number;
  /** @param tellGone to be called where the server does not keep the run any more */
  onOpen(run: PastRun, filling: Filling, tellGone: () => void): void;
}

/** So many are shown before somebody asks for all. */
const atFirst = 5;

/** The runs of a demo that were started in this browser. */
export function PastRuns({ opened, changed, onOpen, ...recorded }: PastRunsProps) {
  const { demo, snapshot } = recorded;
  const [history] = useState(() => createRunHistory(demo.name));
  const runs = useSyncExternalStore(history.subscribe, history.list, history.list);
  const current = useRecorder({ ...recorded, history });
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState(false);
  /** The runs that are ticked, to be compared; `undefined` while none are to be. */
  const [ticked, setTicked] = useState<readonly string[]>();
  const [said, setSaid] = useState("");
  const now = useNow();
  const shownId = snapshot.phase === "idle" ? (opened ?? "") : (snapshot.run?.id ?? "");

  // What nobody here follows has ended since, or is not kept any more, or goes on elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew each time that the ages are told.
  useEffect(() => {
    for (const { id, status, gone } of history.list()) {
      if (gone || id === shownId || (status !== "RUNNING" && status !== "QUEUED")) continue;
      void askRun(id).then((known) => known && history.change(id, known));
    }
  }, [history, now]);

  const rows = useMemo(() => withCurrent(runs, current), [runs, current]);
  if (rows.length === 0) return null;
  const isShown = ({ id, gone }: PastRun) => id !== "" && id === shownId && !gone;
  const shown = all ? rows : rows.slice(0, atFirst);

  function clear(): void {
    if (asked) history.clear();
    setAsked(!asked);
  }
  function open(run: PastRun): void {
    // The server has not said yet which run it is.
    if (run.id === "") return;
    setSaid("");
    onOpen(run, fillFrom(demo, run), () => {
      history.change(run.id, { gone: true });
      setSaid("The server does not keep this run any more. The form has its inputs.");
    });
  }

  return (
    <section aria-labelledby="your-runs" className="min-w-0">
      <div className="mb-1 flex min-h-8 items-center justify-between gap-4">
        <h2 id="your-runs" className="text-fine font-medium text-muted">
          Your runs
        </h2>
        <div className="flex gap-4">
          {rows.length > 1 && (
            <button
              type="button"
              aria-pressed={ticked !== undefined}
              className={`${quiet} aria-pressed:text-text`}
              // The run on show is most likely one of them.
              onClick={() => setTicked(ticked ? undefined : rows.some(isShown) ? [shownId] : [])}
            >
              Compare
            </button>
          )}
          <button type="button" className={quiet} onClick={clear} onBlur={() => setAsked(false)}>
            {asked ? `Really clear ${rows.length}?` : "Clear"}
          </button>
        </div>
      </div>
      <ul className="space-y-0.5">
        {shown.map((run) => (
          <PastRunRow
            key={run.id}
            demo={demo}
            run={run}
            now={now}
            current={run.id === shownId}
            changed={run.id === shownId ? changed : 0}
            ticked={ticked?.includes(run.id)}
            onTick={() => ticked && setTicked(toggled(ticked, run.id))}
            onOpen={() => open(run)}
            onRemove={() => history.remove(run.id)}
          />
        ))}
      </ul>
      {ticked && rows.length > 1 && <CompareFoot runs={inOrder(rows, ticked)} />}
      {rows.length > atFirst && (
        <button type="button" className={`${quiet} mt-1`} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${rows.length}`}
        </button>
      )}
      <p aria-live="polite" className="text-fine text-muted">
        {said}
      </p>
    </section>
  );
}

const quiet =
  "rounded-part py-1 text-fine text-muted underline-offset-2 transition-colors hover:text-text hover:underline";

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** Ticked runs that are still there, the oldest first: what was tried later stands further right. */
function inOrder(rows: readonly PastRun[], ticked: readonly string[]): readonly string[] {
  return rows.flatMap(({ id }) => (ticked.includes(id) ? [id] : [])).reverse();
}

/** The run on show stands among them as it is now; one that is not written down yet stands on top. */
function withCurrent(runs: readonly PastRun[], current: PastRun | undefined): readonly PastRun[] {
  if (!current) return runs;
  const isKnown = runs.some(({ id }) => id === current.id);
  if (!isKnown) return [current, ...runs];
  return runs.map((run) => (run.id === current.id ? { ...run, ...current } : run));
}

/** The time, looked at twice a minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
