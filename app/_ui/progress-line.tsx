import type { RunSnapshot } from "@/lib/client/run-snapshot";

/** How far the run is, as its demo says. */
export function ProgressLine({ snapshot, live }: { snapshot: RunSnapshot; live: boolean }) {
  const progress = snapshot.run?.progress;
  const { value = 0, total, text } = progress ?? {};
  const part = total ? Math.min(1, Math.max(0, value / total)) : undefined;
  const words = text ?? (progress ? (total ? `${value} of ${total}` : String(value)) : undefined);
  return (
    <div className="flex h-9 items-center gap-4">
      {words !== undefined && <span className="num shrink-0 text-muted">{words}</span>}
      {part !== undefined && (
        <div
          role="progressbar"
          aria-label="Progress"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(part * 100)}
          aria-valuetext={words}
          className="h-0.5 flex-1 overflow-hidden rounded-full bg-line"
        >
          <div
            className={`h-full origin-left transition-transform ${live ? "bg-accent" : "bg-faint"}`}
            style={{ transform: `scaleX(${part})` }}
          />
        </div>
      )}
    </div>
  );
}
