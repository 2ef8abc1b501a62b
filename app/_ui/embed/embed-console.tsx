"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "../connection-line";
import { ConsoleLayout } from "../console-layout";
import { InputForm } from "../core/input-form";
import { StartButton } from "../core/start-button";
import { useDemoCore } from "../core/use-demo-core";
import { type ShownExample, shownFirst } from "../examples/shown-example";
import { FormFields } from "../form-fields";
import { RunPanel } from "../run-panel";
import { useShortcuts } from "../use-shortcuts";
import { whenIdle } from "../when-idle";
import { Bridge } from "./lazy-bridge";

const ExampleInPlace = dynamic(
  () => import("../examples/example-in-place").then((part) => part.ExampleInPlace),
  { ssr: false },
);

interface EmbedConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Starts a run at once, but for one that a reload finds again. */
  autorun: boolean;
  /** The origin of the page around, where it is to be told and may ask for runs. */
  parent: string | undefined;
  /** Under what name the tab remembers the run. */
  memory: string;
}

/**
 * A demo in another site's page, where each kB counts: without a history and a timeline, and of its examples
 * only the one that is shown before the first run.
 */
export function EmbedConsole({ demo, document, autorun, parent, memory }: EmbedConsoleProps) {
  const core = useDemoCore({ demo, document, memory, autorun, preload: false });
  const { snapshot, known, active, store } = core;
  const [example, setExample] = useState<ShownExample>();
  const [isFree, setIsFree] = useState(false);
  const hasExample = !autorun && shownFirst(demo) !== undefined;
  useEffect(() => {
    if (!hasExample) return;
    // A run that a reload finds again needs none.
    return whenIdle(() => setIsFree(store.getSnapshot().phase === "idle"));
  }, [hasExample, store]);
  useShortcuts({ run: active ? undefined : () => core.start(), stop: core.stop });
  return (
    <>
      {parent !== undefined && (
        <Bridge {...{ parent, snapshot }} onRun={core.runWith} onStop={() => core.stop?.()} />
      )}
      {isFree && <ExampleInPlace {...{ demo, document, known }} onShow={setExample} />}
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <InputForm core={core}>
            <FormFields core={core} plain />
            <StartButton core={core} />
          </InputForm>
        }
        outputs={
          <RunPanel
            demo={demo}
            snapshot={example?.snapshot ?? snapshot}
            example={example?.label}
            pressedAt={core.pressedAt}
            linked
          />
        }
      />
    </>
  );
}
