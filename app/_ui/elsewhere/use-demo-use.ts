"use client";

import { useCallback, useEffect, useState } from "react";
import type { DemoUse } from "@/lib/demo/demo-use";

export type Asked =
  | { readonly state: "asking" }
  | { readonly state: "failed"; retry(): void }
  | { readonly state: "known"; readonly use: DemoUse };

/** What the tabs below a demo show, asked of the server once. */
export function useDemoUse(demo: string): Asked {
  const [asked, setAsked] = useState<Asked>({ state: "asking" });
  const ask = useCallback(
    async (signal?: AbortSignal) => {
      setAsked({ state: "asking" });
      try {
        const response = await fetch(`/demos/${demo}/details`, { signal: signal ?? null });
        if (!response.ok) throw new Error(`The server answered ${response.status}.`);
        setAsked({ state: "known", use: (await response.json()) as DemoUse });
      } catch {
        if (!signal?.aborted) setAsked({ state: "failed", retry: () => void ask() });
      }
    },
    [demo],
  );
  useEffect(() => {
    const leave = new AbortController();
    void ask(leave.signal);
    return () => leave.abort();
  }, [ask]);
  return asked;
}
