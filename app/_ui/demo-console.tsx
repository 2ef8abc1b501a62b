"use client";

import dynamic from "next/dynamic";
import { useEffect, useId, useState } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { earlyValues, takeEarlyRun } from "./early";
import { type ShownExample, shownFirst } from "./examples/shown-example";
import { useMarks } from "./examples/use-marks";
import { fieldOf } from "./kinds";
import { LiveButton } from "./live-button";
import { RunButton } from "./run-button";
import { RunPanel } from "./run-panel";
import { useFeeding } from "./use-feeding";
import { accepted, useForm, type Values } from "./use-form";
import { useRun } from "./use-run";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";
import { useStart } from "./use-start";

// Not in embeds, which have no room for it.
const Examples = dynamic(() => import("./examples/examples").then((part) => part.Examples));

interface DemoConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded?: boolean;
}

/** A demo to be run: its form, made from its description, and what its run yields. */
export function DemoConsole({ demo, document, embedded = false }: DemoConsoleProps) {
  const { snapshot: known, store } = useRun(demo, document);
  const form = useForm(demo, known.error);
  const [pressedAt, setPressedAt] = useState<number>();
  const [example, setExample] = useState<ShownExample>();
  const marks = useMarks();
  const id = useId();
  const idOf = (input: string) => `${id}-${input}`;
  const starting = useStart({
    form,
    snapshot: known,
    onStart(values) {
      setPressedAt(performance.now());
      feeding.starts();
      store.start(values);
    },
    onFault: () => focusFault(id),
  });
  const { waiting } = starting;
  // A file that goes up again is no failure.
  const snapshot: RunSnapshot =
    waiting && known.error ? { ...known, phase: "starting", error: undefined } : known;
  const active = known.phase !== "idle" && !isOver(known.phase);
  const feeding = useFeeding(demo, {
    active,
    owned: known.phase === "running" ? store.owned() : undefined,
  });

  function change(input: string, value: unknown): void {
    form.change(input, value);
    feeding.change(input, value);
    if (!demo.live) return;
    form.leave(input);
    const values = accepted(demo.inputs, { ...form.values, [input]: value });
    if (values) starting.begin(values);
  }

  function fillFromExample(values: Values): void {
    marks.mark(Object.keys(values).filter((name) => values[name] !== form.values[name]));
    form.fill(values);
    for (const [name, value] of Object.entries(values)) feeding.change(name, value);
    const whole = demo.live && accepted(demo.inputs, { ...form.values, ...values });
    if (whole) starting.begin(whole);
  }

  const begin = useOnce(() => {
    const pressed = takeEarlyRun();
    const first = embedded || pressed ? undefined : shownFirst(demo);
    const early = Object.entries(earlyValues(demo, idOf)).filter(
      ([name, value]) => value !== form.values[name],
    );
    const values = { ...form.values, ...first?.inputs, ...Object.fromEntries(early) };
    const remembered = pressed ? undefined : store.resume();
    form.fill(remembered?.inputs ?? values);
    if (pressed) form.submit(); // shows what is wrong; its own values are those before these
    const whole = accepted(demo.inputs, values);
    if (whole) {
      if (pressed || (demo.live && !remembered)) starting.begin(whole);
    } else if (pressed) focusFault(id);
  });
  useEffect(begin, [begin]);
  useEffect(() => {
    if (!embedded) store.preload();
  }, [store, embedded]);

  const stop = active ? () => store.stop() : waiting ? starting.cancel : undefined;
  useShortcuts({ run: active ? undefined : starting.start, stop });
  useRunTitle(demo.title, snapshot);

  return (
    <>
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
            {demo.inputs.map((input) => {
              const Field = fieldOf(input.kind, embedded);
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the field is left.
                <div
                  key={input.name}
                  className="min-w-0"
                  data-filled={marks.marked.has(input.name) || undefined}
                  onBlur={(event) => {
                    if (!event.currentTarget.querySelector("[data-whole]")) form.leave(input.name);
                  }}
                >
                  <Field
                    input={input}
                    id={idOf(input.name)}
                    value={form.values[input.name]}
                    onChange={(value) => change(input.name, value)}
                    error={form.errors[input.name]}
                    disabled={false}
                    attach={starting.attach(input.name)}
                    run={feeding.run}
                  />
                </div>
              );
            })}
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
                onFill={fillFromExample}
                onShow={setExample}
              />
            )}
          </form>
        }
        outputs={
          <RunPanel
            {...{ demo, pressedAt }}
            snapshot={example?.snapshot ?? snapshot}
            example={example?.label}
            linked
          />
        }
      />
    </>
  );
}

/** The same function in every render, for an effect that belongs to the first one. */
function useOnce(first: () => void): () => void {
  const [once] = useState(() => first);
  return once;
}

/** Takes whoever pressed Run to the first input that is not taken, once it is marked. */
function focusFault(form: string): void {
  requestAnimationFrame(() => {
    const element = window.document.getElementById(form);
    element?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]")?.focus();
  });
}
