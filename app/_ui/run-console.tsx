"use client";

import { useRef } from "react";
import { comparedAddress } from "@/lib/client/compare/compared-runs";
import type { AskedInstant } from "@/lib/client/timeline/parse-instant";
import type { DemoDescription } from "@/lib/demo/describe";
import { buttonStyle } from "./button-style";
import { ConsoleLayout } from "./console-layout";
import { useWatchedRun } from "./core/use-watched-run";
import { StopButton, WatchedRun } from "./core/watched-run";
import { forkAddress, pressFork } from "./fork";
import { GivenInputs } from "./given-inputs";
import { RunActions } from "./lazy-parts";
import { TimedRunPanel } from "./timed-run-panel";
import { useRun } from "./use-run";

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
  const watched = useWatchedRun(useRun(demo, document), run);
  const { snapshot } = watched;
  const instant = useRef<number>(undefined);
  return (
    <WatchedRun title={demo.title} watched={watched}>
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
            <StopButton watched={watched} look="plain" />
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
          <TimedRunPanel
            {...{ demo, snapshot, timeline, asked }}
            late={asked === undefined}
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
    </WatchedRun>
  );
}
