"use client";

import { useEffect } from "react";
import { ConnectionLine } from "../connection-line";
import { Failure as FailureWords } from "../failure";
import { faultsOf } from "../faults-of";
import { Notices as NoticeList } from "../notices";
import { OutputView } from "../output-view";
import { ProgressLine } from "../progress-line";
import { RunStatus } from "../run-status";
import { TimelineSection } from "../timeline/timeline-section";
import { type AnyUsedDemo, inside, type UsedOutput } from "./used-demo";

interface PartProps {
  of: AnyUsedDemo;
  className?: string;
}

/**
 * The standard view of an output, at the instant that the timeline is at. Its room is there before its
 * first value; where it is of no fixed shape, `[--room:20rem]` says how high it is.
 */
export function Output<Value>({
  of,
  className = "",
}: {
  of: UsedOutput<Value>;
  className?: string;
}) {
  const { core, shown, output } = of[inside];
  const { snapshot, active, demo } = core;
  return (
    <div
      data-carried={snapshot.carriedOver || undefined}
      className={`@container min-w-0 transition-opacity ${snapshot.carriedOver && !demo.live ? "opacity-45" : ""} ${className}`}
    >
      <OutputView {...{ output, snapshot, active, shown }} />
    </div>
  );
}

/** How the run stands and its times; with it the thin line at the top while the connection is lost. */
export function Status({ of, className }: PartProps) {
  const { demo, snapshot, pressedAt } = of[inside].core;
  return (
    <div className={`@container min-w-0 ${className ?? ""}`}>
      <ConnectionLine snapshot={snapshot} />
      <RunStatus {...{ demo, snapshot, pressedAt }} />
    </div>
  );
}

/** How far the run is, as the demo says. */
export function Progress({ of, className }: PartProps) {
  const { core, shown, lookedAt } = of[inside];
  return (
    <div className={className}>
      <ProgressLine snapshot={lookedAt} live={core.snapshot.phase === "running" && !shown} />
    </div>
  );
}

/** The run's past: one scrubber for all outputs of the demo, wherever they stand. */
export function Timeline({ of, className }: PartProps) {
  const { core, timeline } = of[inside];
  const { attach, document, loaded } = timeline;
  useEffect(attach, [attach]);
  if (document === undefined) return null;
  return (
    <div className={`@container min-w-0 ${className ?? ""}`}>
      <TimelineSection demo={core.demo} snapshot={core.snapshot} loaded={loaded} />
    </div>
  );
}

/** Why the run has failed, and what to do next. What is wrong with an input is said beside its field. */
export function Failure({ of, className }: PartProps) {
  const { core } = of[inside];
  const { error } = core.snapshot;
  const isInput = faultsOf(error).some(({ argument }) =>
    core.demo.inputs.some(({ name }) => name === argument),
  );
  if (!error || isInput) return null;
  return (
    <div className={className}>
      <FailureWords problem={error} />
    </div>
  );
}

/** What the demo has had to say by the instant that is looked at. */
export function Notices({ of, className }: PartProps) {
  return (
    <div className={className}>
      <NoticeList notices={of[inside].lookedAt.run?.notices ?? []} />
    </div>
  );
}
