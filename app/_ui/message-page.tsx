import type { ReactNode } from "react";

/** A page that has nothing to show but words, and where to go from here. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl py-12 sm:py-24">
      <h1 className="text-title font-semibold tracking-tight text-balance">{title}</h1>
      <div className="mt-3 space-y-6 text-body text-pretty text-muted">{children}</div>
    </div>
  );
}
