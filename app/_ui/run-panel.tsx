"use client";

import type { ReactNode } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { Failure } from "./failure";
import { FailureInSight } from "./failure-in-sight";
import { faultsOf } from "./faults-of";
import { Notices } from "./notices";
import { OutputList } from "./output-list";
import { ProgressLine } from "./progress-line";
import { RunLink } from "./run-link";
import { RunStatus } from "./run-status";

export interface RunPanelProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  pressedAt?: number | undefined;
  /** Whether to show the way to the run's own page. */
  linked: boolean;
  /** What the example is called whose run this is. */
  example?: string | undefined;
  /** What can be done with the run, beside the way to its page. */
  actions?: ReactNode;
  /** The instant that is looked at; `undefined`: the newest. */
  shown?: ShownInstant | undefined;
  /** The run's past, under the outputs. */
  timeline?: ReactNode;
}

/** All that is shown of a run: status, outputs, and what is said about it below them. */
export function RunPanel(props: RunPanelProps) {
  const { demo, snapshot, pressedAt, linked, example, actions, shown, timeline } = props;
  const { phase, run, error } = snapshot;
  const then = shown?.snapshot ?? snapshot;
  const active = !isOver(phase) && phase !== "idle";
  const elsewhere = faultsOf(error).some(({ argument }) =>
    demo.inputs.some(({ name }) => name === argument),
  );
  const problem = elsewhere ? undefined : error;
  return (
    <section aria-label="Outputs" className="@container min-w-0">
      <RunStatus {...{ demo, snapshot, pressedAt, example }} />
      {problem && !demo.live && (
        <FailureInSight problem={problem} pressed={pressedAt !== undefined} />
      )}
      <OutputList demo={demo} snapshot={snapshot} active={active} shown={shown} />
      {timeline}
      {/* New ones behind an example: what has moved would be a shift of the layout. */}
      <div
        key={example === undefined ? "run" : "example"}
        className="flex min-h-12 flex-wrap items-center gap-x-6 pt-1"
      >
        {/* Where it is narrow, or there is more to do, it has a line of its own. */}
        <div className={`min-w-0 flex-1 ${actions ? "basis-full @xl:basis-0" : ""}`}>
          <ProgressLine snapshot={then} live={phase === "running" && !shown} />
        </div>
        {actions}
        {linked && <RunLink run={run?.id} />}
      </div>
      {/* Where each letter starts a run, outputs that moved with each would be worse. */}
      {problem && demo.live && <Failure problem={problem} />}
      <Notices notices={then.run?.notices ?? []} />
    </section>
  );
}
