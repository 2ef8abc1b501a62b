"use client";

import { useEffect, useRef } from "react";
import { comparedAddress } from "@/lib/client/compare/compared-runs";
import { isOver } from "@/lib/client/run-snapshot";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { buttonStyle } from "./button-style";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { forkAddress, pressFork } from "./fork";
import { GivenInputs } from "./given-inputs";
import { RunActions } from "./lazy-parts";
import { RunPanel } from "./run-panel";
import { useRun } from "./use-run";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";

interface RunConsoleProps {
  demo: DemoDescription;
  document: string;
  /** The query for the run's events. */
  timeline: string;
  /** The instant that the address asks for. */
  asked: AskedInstant | undefined;
  run: string;
  inputs: { readonly [input: string]: unknown };
  /** The run that it was forked from, and whether the server still keeps that one. */
  parent?: { readonly id: string; readonly kept: boolean } | undefined;
}

/** One run, live or finished, with what it was given. */
export function RunConsole({
  demo,
  document,
  timeline,
  asked,
  run,
  inputs,
  parent,
}: RunConsoleProps) {
  const { snapshot, store } = useRun(demo, document);
  useEffect(() => store.watch(run), [store, run]);
  const { phase, owner, stopping } = snapshot;
  const stop = owner && !isOver(phase) && phase !== "idle" ? () => store.stop() : undefined;
  useShortcuts({ stop });
  useRunTitle(demo.title, snapshot);
  const instant = useRef<number>(undefined);
  return (
    <>
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <div className="grid gap-6">
            <GivenInputs demo={demo} inputs={inputs} />
            {parent && (
              <p className="text-muted">
                Forked from{" "}
                {parent.kept ? (
                  <>
                    <a
                      href={`/runs/${parent.id}`}
                      className="rounded-part text-text underline underline-offset-2"
                    >
                      an earlier run
                    </a>
                    :{" "}
                    <a
                      href={comparedAddress([parent.id, run])}
                      className="rounded-part text-text underline underline-offset-2"
                    >
                      compare with it
                    </a>
                  </>
                ) : (
                  "an earlier run, which is no longer kept"
                )}
                .
              </p>
            )}
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
            <a
              href={forkAddress(demo.name, run)}
              className={buttonStyle.small}
              onClick={(event) => {
                // In a tab of its own only the form is filled.
                const { metaKey, ctrlKey, shiftKey } = event;
                if (!metaKey && !ctrlKey && !shiftKey) pressFork(run);
              }}
            >
              Run again from these inputs
            </a>
          </div>
        }
        outputs={
          <RunPanel
            {...{ demo, snapshot, timeline, asked }}
            onInstant={(at) => {
              instant.current = at;
            }}
            linked={false}
            actions={
              <RunActions {...{ demo, snapshot }} given={inputs} instant={() => instant.current} />
            }
          />
        }
      />
    </>
  );
}
