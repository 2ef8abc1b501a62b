"use client";

import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { Clock } from "./clock";
import { duration } from "./duration";
import { statusWords } from "./status-words";
import { useAge } from "./use-age";
import { rateWords, yieldWord } from "./yield-words";

/** So long nothing may come before it is said. */
const quietSeconds = 5;

const tones = {
  live: "text-accent-text",
  lost: "text-warn",
  bad: "text-bad",
  plain: "text-text",
  calm: "text-muted",
};

/** A hairline before it, and room on both sides. */
const factStyle =
  "num relative px-3.5 before:absolute before:top-[3px] before:left-0 before:h-3.5 before:w-px before:bg-line";

interface RunStatusProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  /** When Run was pressed, on the clock of `performance.now()`. */
  pressedAt: number | undefined;
  /** What the example is called that is shown, before anything is run. */
  example?: string | undefined;
}

/** Over the outputs: how the run stands and its times. Its room is always the same. */
export function RunStatus({ demo, snapshot, pressedAt, example }: RunStatusProps) {
  const { beganAt } = snapshot;
  const phase = example === undefined ? snapshot.phase : "idle";
  const words = example === undefined ? statusWords(snapshot) : "Example";
  const tone = example === undefined ? toneOf(snapshot) : "calm";
  const clockFrom = beganAt ?? pressedAt;
  return (
    // Two lines where it is narrow, else one at the height of a field's label beside it. A line that begins
    // with a separator has it cut off at the left.
    <div className="h-13 overflow-hidden text-muted @md:h-8 @md:pt-1.5">
      {/* Read out once per change of state; the times below change too often for that. */}
      <p
        role="status"
        data-phase={phase}
        className="sr-only"
        aria-live={demo.live ? "off" : "polite"}
      >
        {words}
      </p>
      {/* New elements for each state: what has moved would be a shift of the layout. */}
      <div key={`${words} ${example ?? ""}`} className="-ml-3.5 flex flex-wrap gap-y-1">
        <span
          aria-hidden="true"
          className={`num mr-3.5 flex items-center gap-2 pl-3.5 font-semibold ${tones[tone]}`}
        >
          {tone === "live" && (
            <i className="mx-1 size-2 rounded-full bg-accent ring-4 ring-accent/22" />
          )}
          {words}
        </span>
        {isActive(snapshot) && clockFrom !== undefined && (
          <span aria-hidden="true" className="num min-w-16 pr-3.5">
            {phase === "queued" && "waited "}
            <Clock since={clockFrom} />
          </span>
        )}
        {example !== undefined && (
          <span className={`${factStyle} max-w-full truncate`}>
            <bdi>{example}</bdi>
          </span>
        )}
        <RunFacts demo={demo} snapshot={snapshot} />
      </div>
    </div>
  );
}

function RunFacts({ demo, snapshot }: Pick<RunStatusProps, "demo" | "snapshot">) {
  const { run, yields, elapsedMs, firstOutputMs, lastEventAt, connection } = snapshot;
  const active = isActive(snapshot);
  const age = useAge(active ? lastEventAt : undefined);
  const word = yieldWord(demo.outputs);
  const facts: string[] = [];
  // Where each letter starts a run it would only flicker.
  if (firstOutputMs !== undefined && !demo.live) {
    facts.push(`first ${word} after ${duration(firstOutputMs)}`);
  }
  if (!active && yields > 0) facts.push(rateWords(yields, word, elapsedMs));
  if (active && run && run.viewers > 1) facts.push(`${run.viewers} watching`);
  if (active && (age >= quietSeconds || connection.state === "reconnecting")) {
    facts.push(`last event ${age} s ago`);
  }
  return facts.map((fact, at) => (
    <span
      // biome-ignore lint/suspicious/noArrayIndexKey: new ones again where their number has changed.
      key={`${at} of ${facts.length}`}
      className={factStyle}
    >
      {fact}
    </span>
  ));
}

function toneOf({ phase, connection }: RunSnapshot): keyof typeof tones {
  if (phase === "failed") return "bad";
  if (isOver(phase)) return "plain";
  if (connection.state === "reconnecting") return "lost";
  return phase === "running" ? "live" : "calm";
}

function isActive({ phase }: RunSnapshot): boolean {
  return phase !== "idle" && !isOver(phase);
}
