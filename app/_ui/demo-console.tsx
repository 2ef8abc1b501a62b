"use client";

import { useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PastRun } from "@/lib/client/past-run";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { earlyValues, takeEarlyRun } from "./early";
import { type ShownExample, shownFirst } from "./examples/shown-example";
import { useMarks } from "./examples/use-marks";
import { focusFault } from "./focus-fault";
import { type Fork, fillFromFork, takeForkPress } from "./fork";
import { FormFields } from "./form-fields";
import type { Filling } from "./history/fill-from";
import { isSame } from "./is-same";
import {
  Bridge,
  ChangedMark,
  Elsewhere,
  Examples,
  ForkNote,
  PastRuns,
  RunActions,
} from "./lazy-parts";
import { LiveButton } from "./live-button";
import { RunButton } from "./run-button";
import { RunPanel } from "./run-panel";
import { useFeeding } from "./use-feeding";
import { useFork } from "./use-fork";
import { accepted, faultsOf, useForm, type Values } from "./use-form";
import { useRun } from "./use-run";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";
import { useStart } from "./use-start";

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

/** What is known here of the run on show. */
interface ShownRun {
  readonly inputs: Values;
  /** By this page, rather than before a reload. */
  readonly started?: boolean;
  /** Of one that was opened from the history. */
  readonly past?: PastRun;
}

/** A demo to be run: its form, made from its description, and what its run yields. */
export function DemoConsole(props: DemoConsoleProps) {
  const { demo, document, timeline, embedded = false, from } = props;
  const { autorun = false, parent, memory } = props;
  const { snapshot: known, store } = useRun(demo, document, memory);
  const form = useForm(demo, known.error, embedded || from ? {} : shownFirst(demo)?.inputs);
  const [pressedAt, setPressedAt] = useState<number>();
  const [example, setExample] = useState<ShownExample>();
  const marks = useMarks();
  const id = useId();
  const idOf = (input: string) => `${id}-${input}`;
  const starting = useStart({
    form,
    snapshot: known,
    onStart: (values) => start(values, forking.parentFor(values)),
    onFault: () => focusFault(id),
  });
  const { waiting } = starting;
  const [shown, setShown] = useState<ShownRun>();
  const instant = useRef<number>(undefined);
  const forking = useFork(from, known, (values) => start(values));
  // A file that goes up again is no failure.
  const snapshot: RunSnapshot =
    waiting && known.error ? { ...known, phase: "starting", error: undefined } : known;
  const active = known.phase !== "idle" && !isOver(known.phase);
  const feeding = useFeeding(demo, {
    active,
    owned: known.phase === "running" ? store.owned() : undefined,
  });

  function start(values: Values, parent?: string): void {
    setPressedAt(performance.now());
    setShown({ inputs: values, started: true });
    feeding.starts();
    store.start(values, parent);
    // After a reload this run is to be found again, rather than the form filled anew.
    if (from) window.history.replaceState(null, "", window.location.pathname);
  }

  /** Runs once more as the run on show was, but for what is newer. */
  function runAgain(newer: Values = {}): void {
    const values = { ...shown?.inputs, ...newer };
    // Each field shows its value before it is asked whether it is ready.
    flushSync(() => form.fill(values));
    starting.start(values);
  }

  function open(past: PastRun, { values, faults }: Filling, tellGone: () => void): void {
    starting.cancel();
    form.fill(values, faults);
    setShown({ inputs: past.inputs, past });
    if (past.id === known.run?.id) return;
    setPressedAt(undefined);
    store.watch(past.id, tellGone);
  }

  async function fillFrom(fork: Fork): Promise<void> {
    const isPressed = takeForkPress(fork.run);
    const { values, faults } = await fillFromFork(demo, fork);
    flushSync(() => form.fill(values, faults));
    if (isPressed) starting.start(values);
  }

  function change(input: string, value: unknown): void {
    form.change(input, value);
    if (feeding.change(input, value)) {
      setShown((before) => before && { ...before, inputs: { ...before.inputs, [input]: value } });
    }
    if (!demo.live) return;
    form.leave(input);
    const values = accepted(demo.inputs, { ...form.values, [input]: value });
    if (values) starting.begin(values);
  }

  function fillFromExample(values: Values): void {
    marks.mark(Object.keys(values).filter((name) => !isSame(values[name], form.values[name])));
    form.fill(values);
    for (const [name, value] of Object.entries(values)) feeding.change(name, value);
    const whole = demo.live && accepted(demo.inputs, { ...form.values, ...values });
    if (whole) starting.begin(whole);
  }

  const begin = useOnce(() => {
    const values = { ...form.values, ...earlyValues(demo, idOf) };
    const pressed = takeEarlyRun();
    if (from && !pressed) return void fillFrom(from);
    const remembered = pressed ? undefined : store.resume();
    if (remembered) setShown({ inputs: remembered.inputs });
    form.fill(remembered?.inputs ?? values);
    if (pressed) form.submit(); // shows what is wrong; its own values are those before these
    const whole = accepted(demo.inputs, values);
    if (whole) {
      if (pressed || ((demo.live || autorun) && !remembered)) starting.begin(whole);
    } else if (pressed) focusFault(id);
  });
  useEffect(begin, [begin]);

  /** For the page around an embed. */
  function runWith(inputs: Values): string | undefined {
    const own = demo.inputs.filter(({ name }) => Object.hasOwn(inputs, name));
    const given = Object.fromEntries(own.map(({ name }) => [name, inputs[name]]));
    form.fill(given);
    const whole = accepted(demo.inputs, { ...form.values, ...given });
    if (whole) starting.begin(whole);
    return whole ? undefined : "An input is missing, or is not what the demo takes.";
  }
  useEffect(() => {
    if (!embedded) store.preload();
  }, [store, embedded]);

  // What only the server could find wrong is found once Run was pressed, too.
  const isRefused = !waiting && faultsOf(known.error).length > 0;
  useEffect(() => {
    if (isRefused && !demo.live) focusFault(id);
  }, [isRefused, demo.live, id]);

  const stop = active ? () => store.stop() : waiting ? starting.cancel : undefined;
  useShortcuts({ run: active ? undefined : starting.start, stop });
  useRunTitle(demo.title, snapshot);

  const isChanged = (input: string) =>
    shown !== undefined &&
    example?.label === undefined &&
    !demo.live &&
    Object.hasOwn(shown.inputs, input) &&
    !isSame(form.values[input], shown.inputs[input]);
  const seeds = demo.inputs.flatMap((input) =>
    input.kind === "number" && input.options.seed ? [input] : [],
  );
  const isWhole = shown !== undefined && !shown.past?.tooLong?.length;

  async function runWithNewSeed(): Promise<void> {
    const { drawSeed } = await import("@/lib/kinds/draw-seed");
    const drawn = seeds.map(({ name, options }) => [name, drawSeed(options, shown?.inputs[name])]);
    runAgain(Object.fromEntries(drawn));
  }

  return (
    <>
      {parent !== undefined && (
        <Bridge parent={parent} snapshot={snapshot} onRun={runWith} onStop={() => stop?.()} />
      )}
      <ConnectionLine snapshot={snapshot} />
      <ConsoleLayout
        inputs={
          <form
            id={id}
            noValidate
            aria-label="Inputs"
            className="grid gap-3"
            onPointerEnter={store.preload}
            onFocus={store.preload}
            onSubmit={(event) => {
              event.preventDefault();
              if (!active || demo.live) starting.start();
            }}
          >
            {forking.fork && (
              <ForkNote
                fork={forking.fork}
                forked={shown?.started ? known.run?.id : undefined}
                onForget={forking.forget}
              />
            )}
            <FormFields
              {...{ demo, form, idOf }}
              plain={embedded}
              onChange={change}
              attach={starting.attach}
              run={feeding.run}
              filled={marks.marked}
              mark={(input) =>
                !embedded && isChanged(input) && <ChangedMark was={shown?.inputs[input]} />
              }
            />
            {demo.live ? (
              <LiveButton active={active} pressedAt={pressedAt} onStop={() => store.stop()} />
            ) : (
              <RunButton
                active={active}
                waiting={waiting}
                stopping={snapshot.stopping}
                onStop={() => stop?.()}
              />
            )}
            {!embedded && demo.examples.length > 0 && (
              <Examples
                {...{ demo, document, known }}
                looked={from ?? shown}
                onFill={fillFromExample}
                onShow={setExample}
              />
            )}
          </form>
        }
        outputs={
          <RunPanel
            {...{ demo, pressedAt, timeline }}
            snapshot={example?.snapshot ?? snapshot}
            example={example?.label}
            linked
            onInstant={(at) => {
              instant.current = at;
            }}
            actions={
              !embedded &&
              example?.label === undefined && (
                <RunActions
                  {...{ demo, snapshot }}
                  given={shown?.inputs}
                  instant={() => instant.current}
                  onAgain={isWhole && !demo.live ? () => runAgain() : undefined}
                  onNewSeed={isWhole && seeds.length > 0 ? runWithNewSeed : undefined}
                />
              )
            }
          />
        }
        side={
          !embedded && (
            <PastRuns
              {...{ demo, store, snapshot }}
              given={shown?.inputs}
              started={shown?.started === true}
              opened={shown?.past?.id}
              changed={demo.inputs.filter(({ name }) => isChanged(name)).length}
              onOpen={open}
            />
          )
        }
      />
      {!embedded && <Elsewhere demo={demo} values={form.values} />}
    </>
  );
}

/** The same function in every render, for an effect that belongs to the first one. */
function useOnce(first: () => void): () => void {
  const [once] = useState(() => first);
  return once;
}
