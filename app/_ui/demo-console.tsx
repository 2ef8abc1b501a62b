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
import { Bridge, ChangedMark, Elsewhere, Examples, PastRuns, RunActions } from "./lazy-parts";
import { RunPanel } from "./run-panel";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";

interface DemoConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** The query for its runs' events; without it there is no timeline. */
  timeline?: string;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded?: boolean;
  /** A run that the form is to be filled from. */
  from?: Fork | undefined;
  /** Starts a run at once, but for one that a reload finds again. */
  autorun?: boolean;
  /** The origin of the page around an embed, where it is to be told and may ask for runs. */
  parent?: string | undefined;
  /** Under what name the tab remembers the run; default: the demo's. */
  memory?: string | undefined;
}

/** The standard page of a demo: where each part of it stands. */
export function DemoConsole(props: DemoConsoleProps) {
  const { demo, document, timeline, embedded = false, from, autorun, parent, memory } = props;
  const first = embedded || from ? undefined : shownFirst(demo)?.inputs;
  const core = useDemoCore({ demo, document, memory, first, from, autorun, preload: !embedded });
  const { snapshot, known, active, shown, form } = core;
  const [example, setExample] = useState<ShownExample>();
  const instant = useRef<number>(undefined);
  useShortcuts({ run: active ? undefined : () => core.start(), stop: core.stop });
  useRunTitle(demo.title, snapshot);
  const isExample = example?.label !== undefined;
  const isChanged = (input: string) => !isExample && core.isChanged(input);

  return (
    <>
      {parent !== undefined && (
        <Bridge {...{ parent, snapshot }} onRun={core.runWith} onStop={() => core.stop?.()} />
      )}
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <InputForm core={core}>
            <FormFields
              core={core}
              plain={embedded}
              mark={(input) =>
                !embedded && isChanged(input) && <ChangedMark was={shown?.inputs[input]} />
              }
            />
            <StartButton core={core} />
            {!embedded && demo.examples.length > 0 && (
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
          <RunPanel
            {...{ demo, timeline }}
            pressedAt={core.pressedAt}
            snapshot={example?.snapshot ?? snapshot}
            example={example?.label}
            linked
            onInstant={(at) => {
              instant.current = at;
            }}
            actions={
              !embedded &&
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
          !embedded && (
            <PastRuns
              {...{ demo, snapshot }}
              store={core.store}
              given={shown?.inputs}
              started={shown?.started === true}
              opened={shown?.past?.id}
              changed={demo.inputs.filter(({ name }) => isChanged(name)).length}
              onOpen={core.open}
            />
          )
        }
      />
      {!embedded && <Elsewhere demo={demo} values={form.values} />}
    </>
  );
}
