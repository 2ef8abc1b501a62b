"use client";

import { useCallback, useState } from "react";
import { isOver } from "@/lib/client/run-snapshot";
import { JsonDraft } from "@/lib/kinds/json/draft";
import { useDemoCore } from "../core/use-demo-core";
import { useTimeline } from "../timeline/use-timeline";
import type { Values } from "../use-form";
import { useLatest } from "../use-latest";
import { useShortcuts } from "../use-shortcuts";
import type { DefinitionOf, DemoName, SomeValues, Usable } from "./demo-types";
import { useDescribed } from "./demos-context";
import { plainValue } from "./plain-value";
import {
  type AnyUsedDemo,
  type Inside,
  inside,
  type UsedDemo,
  type UsedInput,
  type UsedOutput,
} from "./used-demo";

export interface UseDemoOptions<Definition> {
  /** What the form holds at first, rather than the demo's defaults. */
  values?: SomeValues<Definition>;
  /** Starts a run at once, but for one that a reload finds again. */
  autorun?: boolean;
  /** Where a page uses one demo several times: another name for each, under which the tab remembers its run. */
  as?: string;
}

/**
 * A demo for a page of one's own: its form, its run, and what that yields. The page is laid out with the
 * parts beside it (`Field`, `Output`, `Timeline` …) or drawn from what this gives.
 *
 * @param name of its file in demos/: `demos/fake-diffusion.ts` is `fake-diffusion`
 * @throws Error where no `<WithDemos>` above names the demo
 * @example
 * const demo = useDemo("fake-diffusion");
 * return <button onClick={() => demo.run({ steps: 5 })}>{demo.phase}</button>;
 */
export function useDemo<const Name extends DemoName | (string & {})>(
  name: Name & Usable<Name>,
  { values, autorun, as }: UseDemoOptions<DefinitionOf<Name>> = {},
): UsedDemo<DefinitionOf<Name>> {
  const described = useDescribed(name);
  const { demo } = described;
  const memory = as === undefined ? demo.name : `${demo.name}#${as}`;
  const core = useDemoCore({ ...described, memory, autorun, first: values });
  const { form, snapshot } = core;
  useShortcuts({ run: core.active ? undefined : () => core.start(), stop: core.stop }, core.id);

  const [timelines, setTimelines] = useState(0);
  const attach = useCallback(() => {
    setTimelines((count) => count + 1);
    return () => setTimelines((count) => count - 1);
  }, []);
  // Where each letter starts a run, none is looked back at.
  const document = demo.live ? undefined : described.timeline;
  const { loaded, shown } = useTimeline(demo, snapshot, {
    document: timelines > 0 ? document : undefined,
  });
  const instant = useLatest(() => shown?.at);
  const own: Inside = {
    core,
    shown,
    lookedAt: shown?.snapshot ?? snapshot,
    timeline: { document, loaded, attach, instant },
  };

  const set = useLatest((first: string | Values, value?: unknown) => {
    const changes = typeof first === "string" ? { [first]: value } : first;
    for (const [input, next] of Object.entries(changes)) core.change(input, next);
  });
  const run = useLatest((newer?: Values) => core.start(newer));
  const stop = useLatest(() => core.stop?.());

  const inputs = demo.inputs.map((input): [string, UsedInput] => [
    input.name,
    {
      name: input.name,
      label: input.label,
      value: givenOf(form.values[input.name]),
      fault: form.errors[input.name],
      set: (value) => set(input.name, value),
      [inside]: { ...own, input },
    },
  ]);
  const outputs = demo.outputs.map((output): [string, UsedOutput] => [
    output.name,
    {
      name: output.name,
      label: output.label,
      // Made when they are read: a page that only lays outputs out does not pay for them.
      get latest() {
        return plainValue(output.kind, snapshot.outputs[output.name]);
      },
      get shown() {
        return plainValue(output.kind, own.lookedAt.outputs[output.name]);
      },
      [inside]: { ...own, output },
    },
  ]);
  const used: AnyUsedDemo & Untyped = {
    name: demo.name,
    title: demo.title,
    description: demo.description,
    phase: snapshot.phase,
    active: snapshot.phase !== "idle" && !isOver(snapshot.phase),
    runId: snapshot.run?.id,
    error: snapshot.error,
    progress: snapshot.run?.progress ?? undefined,
    elapsedMs: snapshot.elapsedMs,
    connection: snapshot.connection.state,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    values: Object.fromEntries(inputs.map(([input, { value }]) => [input, value])),
    latest: latestOf(outputs),
    examples: demo.examples.map(({ label, inputs }) => ({ label, values: inputs })),
    set,
    run,
    stop,
    [inside]: own,
  };
  // The names and kinds of the description are those of the file that the types are read from.
  return used as AnyUsedDemo as UsedDemo<DefinitionOf<Name>>;
}

/** As a `UsedDemo` is put together, from names that are known at run time alone. */
interface Untyped {
  readonly inputs: object;
  readonly outputs: object;
  readonly values: object;
  readonly latest: object;
  readonly examples: readonly { readonly label: string; readonly values: Values }[];
  set(first: string | Values, value?: unknown): void;
  run(newer?: Values): void;
}

function latestOf(outputs: readonly [string, UsedOutput][]): object {
  const latest = {};
  for (const [name, output] of outputs) {
    Object.defineProperty(latest, name, { enumerable: true, get: () => output.latest });
  }
  return latest;
}

function givenOf(value: unknown): unknown {
  return value instanceof JsonDraft || value === null ? undefined : value;
}
