"use client";

import { Fragment, type ReactNode } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { Clock } from "./clock";
import { duration } from "./duration";
import { statusWords } from "./status-words";
import { useAge } from "./use-age";
import { rateWords, yieldWord } from "./yield-words";

/** So long nothing may come before it is said. */
const quietSeconds = 5;

const tones = { live: "text-accent-text", bad: "text-bad", plain: "text-text", calm: "text-muted" };

interface RunStatusProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  /** When Run was pressed, on the clock of `performance.now()`. */
  pressedAt: number | undefined;
}

/** One line over the outputs: how the run stands and its times. Its room is always there. */
export function RunStatus({ demo, snapshot, pressedAt }: RunStatusProps) {
  const { phase, run, yields, elapsedMs, firstOutputMs, beganAt, connection, lastEventAt } =
    snapshot;
  const over = isOver(phase);
  const active = !over && phase !== "idle";
  const age = useAge(active ? lastEventAt : undefined);
  const word = yieldWord(demo.outputs);
  const clockFrom = beganAt ?? pressedAt;
  const words = statusWords(snapshot);
  const tone = phase === "running" ? "live" : phase === "failed" ? "bad" : over ? "plain" : "calm";

  const facts: ReactNode[] = [];
  if (firstOutputMs !== undefined && !demo.live) {
    facts.push(
      <>
        first {word} after <span className="num">{duration(firstOutputMs)}</span>
      </>,
    );
  }
  if (over && yields > 0)
    facts.push(<span className="num">{rateWords(yields, word, elapsedMs)}</span>);
  if (active && connection.state === "reconnecting") facts.push("reconnecting");
  if (active && age >= quietSeconds)
    facts.push(<span className="num">last event {age} s ago</span>);
  if (active && run && run.viewers > 1)
    facts.push(<span className="num">{run.viewers} watching</span>);

  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3.5 gap-y-1 pb-3 text-muted">
      {/* Read out once per change of state; the times beside it change too often for that. */}
      <span
        role="status"
        data-phase={phase}
        className={`num inline-flex items-center gap-2 font-semibold ${tones[tone]}`}
      >
        {phase === "running" && (
          <i
            aria-hidden="true"
            className="mx-1 size-2 rounded-full bg-accent ring-4 ring-accent/22"
          />
        )}
        {words}
      </span>
      {active && clockFrom !== undefined && <Clock since={clockFrom} />}
      {facts.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they hold no state.
        <Fragment key={at}>
          <i aria-hidden="true" className="h-3.5 w-px bg-line" />
          <span>{fact}</span>
        </Fragment>
      ))}
    </div>
  );
}
