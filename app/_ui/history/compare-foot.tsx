import { comparedAddress, mostCompared } from "@/lib/client/compare/compared-runs";
import { buttonStyle } from "../button-style";

/** Below runs that are ticked: the way to compare them, or what is still to be done. */
export function CompareFoot({ runs }: { runs: readonly string[] }) {
  const words = wordsOf(runs.length);
  return (
    <div className="mt-2 flex min-h-9 items-center gap-4">
      <p aria-live="polite" className="flex-1 text-fine text-muted">
        {words}
      </p>
      {words === undefined && (
        <a href={comparedAddress(runs)} className={buttonStyle.small}>
          Compare {runs.length} runs
        </a>
      )}
    </div>
  );
}

function wordsOf(count: number): string | undefined {
  if (count === 0) return `Tick two to ${mostCompared === 4 ? "four" : mostCompared} of them.`;
  if (count === 1) return "Tick one more.";
  return count > mostCompared
    ? `Four fit side by side: take ${count - mostCompared} away.`
    : undefined;
}
