"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

interface RefreshProps {
  seconds: number;
  /** Also where the demos and their runs are the same as before: a developer edits files. */
  always: boolean;
}

/**
 * Has the server render the gallery again when demos have come or gone, or runs have begun or ended.
 * It asks first: Next would leave the page for an error of the browser's where the server is away.
 */
export function Refresh({ seconds, always }: RefreshProps) {
  const router = useRouter();
  useEffect(() => {
    let known: string | undefined;
    async function look(): Promise<void> {
      if (document.visibilityState !== "visible") return;
      const answer = await ask();
      if (answer === undefined) return;
      if (always || (known !== undefined && known !== answer)) router.refresh();
      known = answer;
    }
    void look();
    const timer = setInterval(look, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds, always]);
  return null;
}

async function ask(): Promise<string | undefined> {
  try {
    const response = await fetch("/api/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query: "{ demos { name running } }" }),
    });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
