import type { ReactNode } from "react";

/** What the drawing of a kind lies in. */
export function KindFrame({ className, children }: { className: string; children: ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 80" className={className} fill="currentColor">
      {children}
    </svg>
  );
}
