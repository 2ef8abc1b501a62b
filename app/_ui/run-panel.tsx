"use client";

import { type ReactNode, useEffect } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { Failure } from "./failure";
import { Notices } from "./notices";
import { OutputList } from "./output-list";
import { ProgressLine } from "./progress-line";
import { RunLink } from "./run-link";
import { RunStatus } from "./run-status";
import { TimelineSection } from "./timeline/timeline-section";
import { useTimeline } from "./timeline/use-timeline";
import { faultsOf } from "./use-form";

interface RunPanelProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  pressedAt?: number | undefined;
  /** Whether to show the way to the run's own page. */
  linked: boolean;
  /** What the example is called whose run this is. */
  example?: string | undefined;
  /** What can be done with the run, beside the way to its page. */
  actions?: ReactNode;
  /** The query for a run's events, with which it can be looked at as it was; without it there is no timeline. */
  timeline?: string | undefined;
  /** The instant that the address asks for. */
  asked?: AskedInstant | undefined;
  /** Told of the instant that is looked at, in milliseconds of the run; `undefined`: the newest. */
  onInstant?: ((elapsedMs: number | undefined) => void) | undefined;
}

/** All that is shown of a run: status, outputs, and what is said about it below them. */
export function RunPanel(props: RunPanelProps) {
  const { demo, snapshot, pressedAt, linked, example, actions, asked, onInstant } = props;
  const { phase, run, error } = snapshot;
  // Where each letter starts a run, none is looked back at.
  const document = demo.live ? undefined : props.timeline;
  const { loaded, shown } = useTimeline(demo, snapshot, document);
  const then = shown?.snapshot ?? snapshot;
  const at = shown?.at;
  useEffect(() => onInstant?.(at), [onInstant, at]);
  const active = !isOver(phase) && phase !== "idle";
  const elsewhere = faultsOf(error).some(({ argument }) =>
    demo.inputs.some(({ name }) => name === argument),
  );
  return (
    <section aria-label="Outputs" className="@container min-w-0">
      <RunStatus {...{ demo, snapshot, pressedAt, example }} />
      <OutputList demo={demo} snapshot={snapshot} active={active} shown={shown} />
      {document !== undefined && <TimelineSection {...{ demo, snapshot, loaded, asked }} />}
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
      {error && !elsewhere && <Failure problem={error} />}
      <Notices notices={then.run?.notices ?? []} />
    </section>
  );
}
