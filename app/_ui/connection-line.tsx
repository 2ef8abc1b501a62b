import type { RunSnapshot } from "@/lib/client/run-snapshot";

/** A thin line at the top while the connection is lost. Outputs and Stop stay where they are. */
export function ConnectionLine({ snapshot }: { snapshot: RunSnapshot }) {
  const lost = snapshot.connection.state === "reconnecting";
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 top-0 z-30">
      {lost && (
        <>
          <div className="h-0.5 overflow-hidden bg-line">
            <div className="h-full w-2/5 animate-slide bg-warn" />
          </div>
          <p className="mx-auto w-fit rounded-b-part border border-t-0 border-line bg-panel px-3 py-1 text-fine text-warn">
            Connection lost. The run goes on; reconnecting.
          </p>
        </>
      )}
    </div>
  );
}
