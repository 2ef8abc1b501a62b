"use client";

import { useEffect } from "react";
import { isOver } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { buttonStyle } from "./button-style";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { GivenInputs } from "./given-inputs";
import { RunPanel } from "./run-panel";
import { useRun } from "./use-run";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";

interface RunConsoleProps {
  demo: DemoDescription;
  document: string;
  run: string;
  inputs: { readonly [input: string]: unknown };
}

/** One run, live or finished, with what it was given. */
export function RunConsole({ demo, document, run, inputs }: RunConsoleProps) {
  const { snapshot, store } = useRun(demo, document);
  useEffect(() => store.watch(run), [store, run]);
  const { phase, owner, stopping } = snapshot;
  const stop = owner && !isOver(phase) && phase !== "idle" ? () => store.stop() : undefined;
  useShortcuts({ stop });
  useRunTitle(demo.title, snapshot);
  return (
    <>
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <div className="grid gap-6">
            <GivenInputs demo={demo} inputs={inputs} />
            {stop && (
              <button
                type="button"
                className={buttonStyle.plain}
                aria-disabled={stopping}
                onClick={stop}
              >
                {stopping ? "Stopping" : "Stop"}
              </button>
            )}
            <a href={`/demos/${demo.name}`} className={buttonStyle.small}>
              Run it yourself
            </a>
          </div>
        }
        outputs={<RunPanel demo={demo} snapshot={snapshot} linked={false} />}
      />
    </>
  );
}
