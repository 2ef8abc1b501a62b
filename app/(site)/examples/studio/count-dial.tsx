interface CountDialProps {
  count: number | undefined;
  to: number | undefined;
}

/** A value drawn by the page itself: no part of a demo's standard view. */
export function CountDial({ count, to = 0 }: CountDialProps) {
  const part = count === undefined || to < 1 ? 0 : Math.min(1, (count + 1) / to);
  return (
    <div className="relative grid size-36 shrink-0 place-items-center">
      <svg viewBox="0 0 100 100" aria-hidden="true" className="absolute inset-0 -rotate-90">
        <circle cx="50" cy="50" r="46" fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="50"
          cy="50"
          r="46"
          fill="none"
          strokeWidth="3"
          pathLength="1"
          strokeDasharray={`${part} 1`}
          className="stroke-text transition-[stroke-dasharray]"
        />
      </svg>
      <output aria-label="Counted" className="num text-title font-medium">
        {/* A new one for each, as one that moved, being narrower, would be a shift of the layout. */}
        <span key={count}>{count ?? "–"}</span>
      </output>
    </div>
  );
}
