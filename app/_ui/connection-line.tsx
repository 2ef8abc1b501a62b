import type { RunSnapshot } from "@/lib/client/run-snapshot";

/**
 * A thin line at the top while the connection is lost. Outputs and Stop stay where they are, and
 * "Reconnecting" stands with the run's status; so what it means is for who does not see it.
 */
export function ConnectionLine({ snapshot }: { snapshot: RunSnapshot }) {
  if (snapshot.connection.state !== "reconnecting") return null;
  return (
    <div
      data-connection="lost"
      className="pointer-events-none fixed inset-x-0 top-0 z-30 h-0.5 overflow-hidden bg-line"
    >
      <div aria-hidden="true" className="h-full w-2/5 animate-slide bg-warn" />
      <p className="sr-only">Connection lost. The run goes on; reconnecting.</p>
    </div>
  );
}
