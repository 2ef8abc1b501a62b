import { randomUUID } from "node:crypto";
import type { StepChange } from ".";

/** A step of a reply, such as a thought or a call of a tool: it folds, runs and ends. */
export interface Step extends StepChange {
  /** Says more in it. */
  text(delta: string): StepChange;
  /** Ends it well; `title` takes the place of the one before. */
  done(title?: string): StepChange;
  /** Ends it otherwise; `why` is put behind what it says. */
  failed(why?: string): StepChange;
  /** A step within it. */
  step(title: string): Step;
}

/**
 * Makes a step. Nothing is shown before it, or something of it, is yielded.
 *
 * @example
 * const search = step("Searching the web");
 * yield search;
 * yield search.text("3 pages found.");
 * yield search.done("Searched the web");
 */
export function step(title: string): Step {
  return makeStep(title, undefined);
}

function makeStep(title: string, parent: string | undefined): Step {
  // Each change names what the step is, so that whichever is yielded first begins it.
  const own = { kind: "step", id: randomUUID(), ...(parent !== undefined && { parent }) } as const;
  let called = title;
  return {
    ...own,
    title,
    text: (delta) => ({ ...own, title: called, delta }),
    done(title = called) {
      called = title;
      return { ...own, title, state: "done" };
    },
    failed: (why) => ({
      ...own,
      title: called,
      state: "failed",
      ...(why !== undefined && { delta: why }),
    }),
    step: (title) => makeStep(title, own.id),
  };
}
