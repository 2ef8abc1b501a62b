import type { OutputKindName } from "@/lib/kinds/outputs";
import { KindDrawing } from "./kind-drawing";

/** What an output shows before its first value: its sort, and whether one is on its way. */
export function EmptyStage({ kind, live }: { kind: OutputKindName; live: boolean }) {
  return (
    <div
      className={`pointer-events-none absolute inset-0 grid place-items-center text-edge/40 ${live ? "animate-breathe" : ""}`}
    >
      <KindDrawing kind={kind} className="h-24" />
    </div>
  );
}
