"use client";

import { useRef, useState } from "react";
import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { InputForm } from "./core/input-form";
import { StartButton } from "./core/start-button";
import { useDemoCore } from "./core/use-demo-core";
import { type ShownExample, shownFirst } from "./examples/shown-example";
import type { Fork } from "./fork";
import { FormFields } from "./form-fields";
import { ChangedMark, Elsewhere, Examples, PastRuns, RunActions } from "./lazy-parts";
import { TimedRunPanel } from "./timed-run-panel";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";

interface DemoConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** The query for its runs' events. */
  timeline: string;
  /** A run that the form is to be filled from. */
  from?: Fork | undefined;
}

/** The standard page of a demo: where each part of it stands. */
export function DemoConsole(props: DemoConsoleProps) {
  const { demo, document, timeline, from } = props;
  const first = from ? undefined : shownFirst(demo)?.inputs;
  const core = useDemoCore({ demo, document, first, from });
  const { snapshot, known, active, shown, form } = core;
  const [example, setExample] = useState<ShownExample>();
  const instant = useRef<number>(undefined);
  useShortcuts({ run: active ? undefined : () => core.start(), stop: core.stop });
  useRunTitle(demo.title, snapshot);
  const isExample = example?.label !== undefined;
  const isChanged = (input: string) => !isExample && core.isChanged(input);

  return (
    <>
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <InputForm core={core}>
            <FormFields
              core={core}
              plain={false}
              mark={(input) => isChanged(input) && <ChangedMark was={shown?.inputs[input]} />}
            />
            <StartButton core={core} />
            {demo.examples.length > 0 && (
              <Examples
                {...{ demo, document, known }}
                looked={from ?? shown}
                onFill={core.fill}
                onShow={setExample}
              />
            )}
          </InputForm>
        }
        outputs={
          <TimedRunPanel
            {...{ demo, timeline }}
            pressedAt={core.pressedAt}
            snapshot={example?.snapshot ?? snapshot}
            example={example?.label}
            linked
            onInstant={(at) => {
              instant.current = at;
            }}
            actions={
              !isExample && (
                <RunActions
                  {...{ demo, snapshot }}
                  given={shown?.inputs}
                  instant={() => instant.current}
                  onAgain={core.again}
                  onNewSeed={core.newSeed}
                />
              )
            }
          />
        }
        side={
          <PastRuns
            {...{ demo, snapshot }}
            store={core.store}
            given={shown?.inputs}
            started={shown?.started === true}
            opened={shown?.past?.id}
            changed={demo.inputs.filter(({ name }) => isChanged(name)).length}
            onOpen={core.open}
          />
        }
      />
      <Elsewhere demo={demo} values={form.values} />
    </>
  );
}
