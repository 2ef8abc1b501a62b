"use client";

import { createContext, type ReactNode, use } from "react";
import type { DemoDescription } from "@/lib/demo/describe";

/** A demo as its page's server has described it. */
export interface DescribedDemo {
  readonly demo: DemoDescription;
  /** Its subscription. */
  readonly document: string;
  /** The query for its runs' events. */
  readonly timeline: string;
}

const DescribedDemos = createContext<readonly DescribedDemo[] | undefined>(undefined);

interface DescribedDemosProviderProps {
  demos: readonly DescribedDemo[];
  children: ReactNode;
}

/** Gives what the server has described to every `useDemo` below. */
export function DescribedDemosProvider({ demos, children }: DescribedDemosProviderProps) {
  return <DescribedDemos value={demos}>{children}</DescribedDemos>;
}

/** @throws Error where no `<WithDemos>` above names the demo */
export function useDescribed(name: string): DescribedDemo {
  const demos = use(DescribedDemos);
  const found = demos?.find(({ demo }) => demo.name === name);
  if (found) return found;
  const names = [...(demos ?? []).map(({ demo }) => demo.name), name];
  throw new Error(
    `useDemo("${name}") was called ${demos ? "where <WithDemos> does not name it" : "outside of <WithDemos>"}. ` +
      `Have the page's server component write <WithDemos names={${JSON.stringify(names)}}> around it.`,
  );
}
