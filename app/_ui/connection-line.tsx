import type { RunSnapshot } from "@/lib/client/run-snapshot";

/**
 * A thin line at the top while the connection is lost. Outputs and Stop stay where they are, and the
 * words stand with the run's status.
 */
export function ConnectionLine({ snapshot }: { snapshot: RunSnapshot }) {
  if (snapshot.connection.state !== "reconnecting") return null;
  return (
    <div
      aria-hidden="true"
      data-connection="lost"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 h-0.5 overflow-hidden bg-line"
    >
      <div className="h-full w-2/5 animate-slide bg-warn" />
    </div>
  );
}
