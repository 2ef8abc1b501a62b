"use client";

import { useEffect, useRef, useState } from "react";
import type { RunProblem } from "@/lib/client/run-snapshot";
import type { DemoDescription, InputDescription } from "@/lib/demo/describe";
import { controlKind, isControl, loadControls } from "@/lib/kinds/control-inputs";
import { isFed } from "@/lib/kinds/is-fed";
import { JsonDraft } from "@/lib/kinds/json/draft";
import { preview } from "@/lib/kinds/preview";
import { earlyValue } from "./early";
import { faultsOf } from "./faults-of";
import { isSame } from "./is-same";
import { whenIdle } from "./when-idle";

export type Values = { readonly [input: string]: unknown };

export interface Form {
  /** As they are drawn. */
  readonly values: Values;
  /** As they are, also before what was changed just now is drawn. */
  now(): Values;
  /** By input: why its value is not taken, once somebody has left it or tried to run. */
  readonly errors: { readonly [input: string]: string | undefined };
  change(input: string, value: unknown): void;
  leave(input: string): void;
  /** What a field in the page holds, where that is other than both its first value and the form's. */
  untold(input: InputDescription): { readonly value: unknown } | undefined;
  /**
   * Puts values into the form.
   *
   * @param faults by input: what is said of it until it is changed
   */
  fill(values: Values, faults?: { readonly [input: string]: string }): void;
  /**
   * The values where all are taken; else `undefined`, and every fault is shown.
   *
   * @param newer values that have come since
   */
  submit(newer?: Values): Values | undefined;
}

/**
 * The inputs on screen, checked with the functions that the server checks with.
 *
 * @param first what it holds at first, rather than the defaults
 * @param idOf the id of an input's field, where it stands in the server's HTML
 */
export function useForm(
  { inputs }: DemoDescription,
  problem: RunProblem | undefined,
  first: Values = {},
  idOf?: (input: string) => string,
): Form {
  const [values, setValues] = useState<Values>(() => ({
    ...Object.fromEntries(inputs.map((input) => [input.name, input.default])),
    ...first,
  }));
  const [initial] = useState(values);
  // What is changed and read within one event must not be read from a render before it.
  const newest = useRef(values);
  function put(changes: Values): void {
    newest.current = { ...newest.current, ...changes };
    setValues(newest.current);
  }
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set());
  /** What the server found, until that input is changed. */
  const [answered, setAnswered] = useState<{
    problem: RunProblem | undefined;
    changed: ReadonlySet<string>;
  }>({
    problem: undefined,
    changed: new Set(),
  });
  if (answered.problem !== problem) setAnswered({ problem, changed: new Set() });
  /** What was said of the values that the form was filled with. */
  const [said, setSaid] = useState<{ readonly [input: string]: string }>({});

  const [, redraw] = useState({});
  // What is found wrong before they have come, the server finds.
  useEffect(
    () =>
      whenIdle(async () => {
        if (await loadControls(inputs)) redraw({});
      }),
    [inputs],
  );

  const errors: { [input: string]: string | undefined } = {};
  for (const fault of faultsOf(problem)) {
    if (!answered.changed.has(fault.argument)) errors[fault.argument] = fault.message;
  }
  for (const input of inputs) {
    if (looked.has(input.name))
      errors[input.name] = faultOf(input, values[input.name]) ?? errors[input.name];
  }
  Object.assign(errors, said);

  function change(input: string, value: unknown): void {
    put({ [input]: value });
    setAnswered((before) => ({ ...before, changed: new Set(before.changed).add(input) }));
    setSaid(({ [input]: _, ...others }) => others);
  }
  function untold({ name, kind }: InputDescription) {
    const early = idOf && earlyValue(kind, idOf(name));
    const isNews = (known: Values) => early && !isSame(early.value, known[name]);
    return isNews(initial) && isNews(newest.current) ? early : undefined;
  }

  return {
    values,
    errors,
    now: () => newest.current,
    change,
    leave(input) {
      setLooked((before) => (before.has(input) ? before : new Set(before).add(input)));
    },
    untold,
    fill(next, faults = {}) {
      put(next);
      setSaid(faults);
    },
    submit(newer) {
      setLooked(new Set(inputs.map(({ name }) => name)));
      return accepted(inputs, { ...newest.current, ...newer });
    },
  };
}

/** The values, where every input takes its own. */
export function accepted(inputs: readonly InputDescription[], values: Values): Values | undefined {
  return inputs.every((input) => faultOf(input, values[input.name]) === undefined)
    ? values
    : undefined;
}

function faultOf(input: InputDescription, value: unknown): string | undefined {
  const kind = controlKind(input);
  if (value instanceof JsonDraft) return `${input.label} is no JSON yet: ${value.fault}.`;
  if (!kind && isControl(input)) return undefined;
  if (!kind) {
    // A stream has no value, and of a file the form knows the upload.
    const isGiven = isFed(input) || typeof value === "string";
    return isGiven ? undefined : `${input.label} is not given yet.`;
  }
  if (kind.accepts(value, input.options)) return undefined;
  const came =
    value === undefined || value === ""
      ? "nothing is given yet"
      : (kind.came?.(value, input.options) ?? `this is ${cameAs(value)}`);
  return `${input.label} must be ${kind.allowed(input.options)}; ${came}.`;
}

function cameAs(value: unknown): string {
  return typeof value === "string"
    ? `${value.length.toLocaleString("en")} characters`
    : preview(value);
}
