"use client";

import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "../connection-line";
import { useWatchedRun } from "../core/use-watched-run";
import { RunPanel } from "../run-panel";
import { useRun } from "../use-run";
import { Bridge } from "./lazy-bridge";

interface EmbeddedRunProps {
  demo: DemoDescription;
  document: string;
  run: string;
  parent: string | undefined;
}

/** One run, live or finished, in another site's page. */
export function EmbeddedRun({ demo, document, run, parent }: EmbeddedRunProps) {
  const { snapshot } = useWatchedRun(useRun(demo, document), run);
  return (
    <>
      {parent !== undefined && <Bridge parent={parent} snapshot={snapshot} />}
      <ConnectionLine snapshot={snapshot} />
      <RunPanel demo={demo} snapshot={snapshot} linked={false} />
    </>
  );
}
