import type { RunProblem } from "@/lib/client/run-snapshot";

/** What to do next, where the message itself does not say. */
const remedies: { readonly [code: string]: string } = {
  BAD_YIELD: "This is for the demo's author to mend.",
  DEMO_FAILED: "Run it again. If it fails again, tell its author.",
  DEMO_NOT_FOUND: "Its file was removed or renamed: look for it among the demos.",
  GRAPHQL: "Its demo was changed since this page was opened: reload the page.",
  INTERNAL: "Run it again. If it fails again, the server's log has the reason.",
  NETWORK: "See whether you are online, then run it again.",
  NOBODY_WATCHES: "Run it again.",
  QUEUE_FULL: "Too many wait already. Run it again in a little while.",
  SHUTDOWN: "Run it again in a moment.",
  TIME_LIMIT: "Try smaller inputs, or ask its author for more time.",
  TOO_MANY_OPERATIONS: "Close some other tabs of this site, then run it again.",
  TOO_MANY_VIEWERS: "Too many watch already. Open it again in a little while.",
};

interface FailureProps {
  problem: RunProblem;
  className?: string;
}

/** Why a run has ended before its time, and what to do next. */
export function Failure({ problem, className = "mt-2 mb-3 py-1" }: FailureProps) {
  const remedy = remedies[problem.code];
  return (
    <div
      role="alert"
      data-code={problem.code}
      className={`border-l-2 border-bad pl-4 ${className}`}
    >
      <p className="font-medium [overflow-wrap:anywhere] text-bad">{problem.message}</p>
      {remedy && <p className="mt-1 text-muted">{remedy}</p>}
    </div>
  );
}
