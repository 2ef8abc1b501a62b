import type { ReactNode } from "react";
import { KindFrame } from "./kind-frame";

interface EmptyStageProps {
  /** Of the output's kind, from ./drawings: a page brings along no others. */
  drawing: ReactNode;
  live: boolean;
}

/** What an output shows before its first value: its sort, and whether one is on its way. */
export function EmptyStage({ drawing, live }: EmptyStageProps) {
  return (
    <div
      className={`pointer-events-none absolute inset-0 grid place-items-center text-edge/40 ${live ? "animate-breathe" : ""}`}
    >
      <KindFrame className="h-24">{drawing}</KindFrame>
    </div>
  );
}
