"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { tellRunning } from "./running-numbers";

interface RefreshProps {
  seconds: number;
  /** Also where the demos and their examples are the same as before: a developer edits files. */
  always: boolean;
}

interface Answer {
  readonly data: {
    readonly demos: readonly { readonly name: string; readonly running: number }[];
  };
}

/**
 * Tells the cards how many runs go on, and has the server render the gallery again when demos have come
 * or gone, or examples were run. It asks first: Next would leave the page for an error of the browser's
 * where the server is away.
 */
export function Refresh({ seconds, always }: RefreshProps) {
  const router = useRouter();
  useEffect(() => {
    let known: string | undefined;
    async function look(): Promise<void> {
      if (document.visibilityState !== "visible") return;
      const answer = await ask();
      if (answer === undefined) return;
      const { demos } = answer.data;
      tellRunning(Object.fromEntries(demos.map(({ name, running }) => [name, running])));
      const listed = JSON.stringify(demos.map(({ running: _, ...demo }) => demo));
      if (always || (known !== undefined && known !== listed)) router.refresh();
      known = listed;
    }
    void look();
    const timer = setInterval(look, seconds * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router, seconds, always]);
  return null;
}

async function ask(): Promise<Answer | undefined> {
  try {
    const response = await fetch("/api/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        query: "{ demos { name running examples { run { id status } } } }",
      }),
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
