"use client";

import type { ReactNode } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { Failure } from "./failure";
import { Icon } from "./icon";
import { Notices } from "./notices";
import { OutputList } from "./output-list";
import { ProgressLine } from "./progress-line";
import { RunStatus } from "./run-status";
import { faultsOf } from "./use-form";

interface RunPanelProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  pressedAt?: number | undefined;
  /** Whether to show the way to the run's own page. */
  linked: boolean;
  /** What can be done with the run, beside the way to its page. */
  actions?: ReactNode;
}

/** All that is shown of a run: status, outputs, and what is said about it below them. */
export function RunPanel({ demo, snapshot, pressedAt, linked, actions }: RunPanelProps) {
  const { phase, run, error } = snapshot;
  const active = !isOver(phase) && phase !== "idle";
  const elsewhere = faultsOf(error).some(({ argument }) =>
    demo.inputs.some(({ name }) => name === argument),
  );
  return (
    <section aria-label="Outputs" className="@container min-w-0">
      <RunStatus demo={demo} snapshot={snapshot} pressedAt={pressedAt} />
      <OutputList demo={demo} snapshot={snapshot} active={active} />
      <div className="flex min-h-12 flex-wrap items-center gap-x-6 pt-1">
        {/* Where it is narrow, or there is more to do, it has a line of its own. */}
        <div className={`min-w-0 flex-1 ${actions ? "basis-full @xl:basis-0" : ""}`}>
          <ProgressLine snapshot={snapshot} />
        </div>
        {actions}
        {linked && (
          <a
            // Before there is a run it only takes its room, lest the actions move when there is one.
            href={run && `/runs/${run.id}`}
            target="_blank"
            rel="noreferrer"
            className={`flex items-center gap-1 rounded-part text-muted transition-colors hover:text-text ${run ? "" : "invisible"}`}
          >
            This run
            <Icon name="open" />
          </a>
        )}
      </div>
      {error && !elsewhere && <Failure problem={error} />}
      <Notices notices={run?.notices ?? []} />
    </section>
  );
}
