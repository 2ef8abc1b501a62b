"use client";

import { useEffect, useId, useState } from "react";
import { flushSync } from "react-dom";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import { isControl } from "@/lib/kinds/control-inputs";
import { earlyValues, takeEarlyRun } from "../early";
import { useMarks } from "../examples/use-marks";
import { faultsOf } from "../faults-of";
import { focusFault } from "../focus-fault";
import { type Fork, fillFromFork, takeForkPress } from "../fork";
import { isSame } from "../is-same";
import { useFeeding } from "../use-feeding";
import { useFork } from "../use-fork";
import { accepted, useForm, type Values } from "../use-form";
import { useRun } from "../use-run";
import { useStart } from "../use-start";
import { whenIdle } from "../when-idle";
import type { DemoCore, DemoCoreOptions, ShownRun } from "./demo-core";
import { useFirst } from "./use-first";

/** A demo to be run, without anything to look at: what every page of a demo is made around. */
export function useDemoCore(options: DemoCoreOptions): DemoCore {
  const { demo, document, first, from, autorun = false, preload = true } = options;
  const { memory = demo.name } = options;
  const { snapshot: known, store } = useRun(demo, document, memory);
  const [pressedAt, setPressedAt] = useState<number>();
  const [shown, setShown] = useState<ShownRun>();
  const marks = useMarks();
  const id = useId();
  const idOf = (input: string) => `${id}-${input}`;
  const form = useForm(demo, known.error, first, idOf);
  const starting = useStart({
    form,
    snapshot: known,
    onStart: (values) => begin(values, forking.parentFor(values)),
    onFault: () => focusFault(id),
  });
  const { waiting } = starting;
  const forking = useFork(from, known, (values) => begin(values));
  // A file that goes up again is no failure.
  const snapshot: RunSnapshot =
    waiting && known.error ? { ...known, phase: "starting", error: undefined } : known;
  const active = known.phase !== "idle" && !isOver(known.phase);
  const owned = known.phase === "running" ? store.owned() : undefined;
  const feeding = useFeeding(demo, { active, owned, memory });

  function begin(values: Values, parent?: string): void {
    setPressedAt(performance.now());
    setShown({ inputs: values, started: true });
    feeding.starts();
    store.start(values, parent);
    // After a reload this run is to be found again, rather than the form filled anew.
    if (from) window.history.replaceState(null, "", window.location.pathname);
  }

  function start(newer: Values = {}): void {
    const holdsFile = demo.inputs.some((input) => !isControl(input) && input.name in newer);
    // Each field of a file shows its own before it is asked whether it is ready.
    if (holdsFile) flushSync(() => form.fill(newer));
    else if (Object.keys(newer).length > 0) form.fill(newer);
    starting.start(newer);
  }

  async function fillFrom(fork: Fork): Promise<void> {
    const isPressed = takeForkPress(fork.run);
    const { values, faults } = await fillFromFork(demo, fork);
    flushSync(() => form.fill(values, faults));
    if (isPressed) starting.start(values);
  }

  useFirst(() => {
    const early = earlyValues(demo, idOf);
    const pressed = takeEarlyRun(id);
    if (from && !pressed) return void fillFrom(from);
    const remembered = pressed ? undefined : store.resume();
    if (remembered) setShown({ inputs: remembered.inputs });
    form.fill(remembered?.inputs ?? early);
    if (pressed) form.submit(); // shows what is wrong; its own values are those before these
    const whole = accepted(demo.inputs, form.now());
    if (pressed) {
      if (whole) starting.begin(whole);
      else focusFault(id);
    } else if ((demo.live || autorun) && !remembered) whenIdle(beginUnasked);
  });

  /** Nobody has pressed anything, so the page comes first, with all that can be done on it. */
  function beginUnasked(): void {
    const whole = accepted(demo.inputs, form.now());
    if (whole && store.getSnapshot().phase === "idle") starting.begin(whole);
  }
  useEffect(() => (preload ? whenIdle(store.preload) : undefined), [store, preload]);

  // What only the server could find wrong is found once Run was pressed, too.
  const isRefused = !waiting && faultsOf(known.error).length > 0;
  useEffect(() => {
    if (isRefused && !demo.live) focusFault(id);
  }, [isRefused, demo.live, id]);

  const seeds = demo.inputs.flatMap((input) =>
    input.kind === "number" && input.options.seed ? [input] : [],
  );
  async function runWithNewSeed(): Promise<void> {
    const { drawSeed } = await import("@/lib/kinds/draw-seed");
    const drawn = seeds.map(({ name, options }) => [name, drawSeed(options, shown?.inputs[name])]);
    start({ ...shown?.inputs, ...Object.fromEntries(drawn) });
  }
  const isWhole = shown !== undefined && !shown.past?.tooLong?.length;

  return {
    demo,
    id,
    idOf,
    form,
    store,
    snapshot,
    known,
    active,
    waiting,
    pressedAt,
    shown,
    forking,
    feeding: feeding.run,
    marked: marks.marked,
    attach: starting.attach,
    change(input, value) {
      form.change(input, value);
      if (feeding.change(input, value)) {
        setShown((before) => before && { ...before, inputs: { ...before.inputs, [input]: value } });
      }
      if (!demo.live) return;
      form.leave(input);
      const values = accepted(demo.inputs, form.now());
      if (values) starting.begin(values);
    },
    fill(values) {
      marks.mark(Object.keys(values).filter((name) => !isSame(values[name], form.values[name])));
      form.fill(values);
      for (const [name, value] of Object.entries(values)) feeding.change(name, value);
      const whole = demo.live && accepted(demo.inputs, form.now());
      if (whole) starting.begin(whole);
    },
    start,
    runWith(values) {
      const own = demo.inputs.filter(({ name }) => Object.hasOwn(values, name));
      const given = Object.fromEntries(own.map(({ name }) => [name, values[name]]));
      form.fill(given);
      const whole = accepted(demo.inputs, form.now());
      if (whole) starting.begin(whole);
      return whole ? undefined : "An input is missing, or is not what the demo takes.";
    },
    stop: active ? () => store.stop() : waiting ? starting.cancel : undefined,
    again: isWhole && !demo.live ? () => start(shown.inputs) : undefined,
    newSeed: isWhole && seeds.length > 0 ? () => void runWithNewSeed() : undefined,
    open(past, { values, faults }, tellGone) {
      starting.cancel();
      form.fill(values, faults);
      setShown({ inputs: past.inputs, past });
      if (past.id === known.run?.id) return;
      setPressedAt(undefined);
      store.watch(past.id, tellGone);
    },
    isChanged: (input) =>
      shown !== undefined &&
      !demo.live &&
      Object.hasOwn(shown.inputs, input) &&
      !isSame(form.values[input], shown.inputs[input]),
  };
}
