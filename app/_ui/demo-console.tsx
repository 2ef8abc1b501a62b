"use client";

import { useEffect, useId, useState } from "react";
import { isOver } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { ConnectionLine } from "./connection-line";
import { ConsoleLayout } from "./console-layout";
import { earlyValues, takeEarlyRun } from "./early";
import { fieldOf } from "./kinds";
import { LiveButton } from "./live-button";
import { RunButton } from "./run-button";
import { RunPanel } from "./run-panel";
import { accepted, useForm, type Values } from "./use-form";
import { useRun } from "./use-run";
import { useRunTitle } from "./use-run-title";
import { useShortcuts } from "./use-shortcuts";

interface DemoConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded?: boolean;
}

/** A demo to be run: its form, made from its description, and what its run yields. */
export function DemoConsole({ demo, document, embedded = false }: DemoConsoleProps) {
  const { snapshot, store } = useRun(demo, document);
  const form = useForm(demo, snapshot.error);
  const [pressedAt, setPressedAt] = useState<number>();
  const id = useId();
  const idOf = (input: string) => `${id}-${input}`;
  const active = snapshot.phase !== "idle" && !isOver(snapshot.phase);

  function start(values: Values | undefined): void {
    if (!values) {
      focusFault(id);
      return;
    }
    setPressedAt(performance.now());
    store.start(values);
  }

  function change(input: string, value: unknown): void {
    form.change(input, value);
    if (!demo.live) return;
    form.leave(input);
    const values = accepted(demo.inputs, { ...form.values, [input]: value });
    if (values) start(values);
  }

  const begin = useOnce(() => {
    const values = { ...form.values, ...earlyValues(demo, idOf) };
    const pressed = takeEarlyRun();
    const known = pressed ? undefined : store.resume();
    form.fill(known?.inputs ?? values);
    if (pressed) form.submit(); // shows what is wrong; its own values are those before these
    const whole = accepted(demo.inputs, values);
    if (pressed || (demo.live && !known && whole)) start(whole);
  });
  useEffect(begin, [begin]);
  useEffect(() => {
    if (!embedded) store.preload();
  }, [store, embedded]);

  const stop = active ? () => store.stop() : undefined;
  useShortcuts({ run: active ? undefined : () => start(form.submit()), stop });
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
              if (!active || demo.live) start(form.submit());
            }}
          >
            {demo.inputs.map((input) => {
              const Field = fieldOf(input.kind, embedded);
              return (
                // biome-ignore lint/a11y/noStaticElementInteractions: it only hears when the field is left.
                <div key={input.name} onBlur={() => form.leave(input.name)}>
                  <Field
                    input={input}
                    id={idOf(input.name)}
                    value={form.values[input.name]}
                    onChange={(value) => change(input.name, value)}
                    error={form.errors[input.name]}
                    disabled={false}
                  />
                </div>
              );
            })}
            {demo.live ? (
              <LiveButton active={active} pressedAt={pressedAt} onStop={() => store.stop()} />
            ) : (
              <RunButton active={active} stopping={snapshot.stopping} onStop={() => store.stop()} />
            )}
          </form>
        }
        outputs={<RunPanel demo={demo} snapshot={snapshot} pressedAt={pressedAt} linked />}
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
    element?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  });
}
