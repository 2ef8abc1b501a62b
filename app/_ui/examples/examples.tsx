"use client";

import { useId, useState } from "react";
import { idleSnapshot, isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import type { Values } from "../use-form";
import { type ShownExample, shownFirst } from "./shown-example";
import { useShownExample } from "./use-shown-example";

interface ExamplesProps {
  demo: DemoDescription;
  document: string;
  /** The run on show that somebody has started: what comes after an example was chosen is shown instead. */
  known: RunSnapshot;
  /** What of its past is looked at: another one is shown instead. `undefined` before anything is. */
  looked: object | undefined;
  onFill(values: Values): void;
  /** What is to be shown in the place of the run; `undefined`: nothing. */
  onShow(shown: ShownExample | undefined): void;
}

/** What was on show when an example was chosen. */
interface Choice {
  readonly at: number;
  readonly over: Pick<RunSnapshot, "phase" | "run">;
  readonly looked: object | undefined;
}

/** The examples of a demo, each a button that fills the form and shows what was yielded for it. */
export function Examples(props: ExamplesProps) {
  const { demo, document, known, looked, onFill, onShow } = props;
  const { examples } = demo;
  const [choice, setChoice] = useState<Choice | undefined>(() => {
    const first = shownFirst(demo);
    return first && { at: examples.indexOf(first), over: idleSnapshot, looked: undefined };
  });
  const [filledFrom, setFilledFrom] = useState<number>();
  const title = useId();
  const isOn =
    choice?.over.phase === known.phase &&
    choice.over.run?.id === known.run?.id &&
    choice.looked === looked &&
    !demo.live;
  const chosen = isOn ? examples[choice.at] : undefined;
  useShownExample({ demo, document, known, chosen, onShow });
  const isGoing = known.phase !== "idle" && !isOver(known.phase);

  function choose(at: number): void {
    const example = examples[at];
    if (!example) return;
    onFill(example.inputs);
    setFilledFrom(at);
    if (example.run !== undefined && !isGoing) setChoice({ at, over: known, looked });
  }

  const current = filledFrom ?? (chosen && choice?.at);
  return (
    <section aria-labelledby={title} className="pt-3">
      <h2 id={title} className="mb-2 text-fine text-muted">
        Examples
      </h2>
      <ul className="flex flex-wrap gap-2">
        {examples.map(({ label }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, in which labels may be the same.
          <li key={at} className="max-w-full">
            <button
              type="button"
              aria-pressed={at === current}
              title={label}
              className="hairline inline-flex min-h-8 max-w-full items-center rounded-part bg-panel px-3 py-1 text-left text-fine transition-colors hover:bg-sunk active:bg-line aria-pressed:border-text"
              onClick={() => choose(at)}
            >
              <span dir="auto" className="line-clamp-2 text-pretty [overflow-wrap:anywhere]">
                {label}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
