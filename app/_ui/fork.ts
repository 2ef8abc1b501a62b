import { createSessionMemory } from "@/lib/client/session-memory";
import type { DemoDescription } from "@/lib/demo/describe";
import type { Filling } from "./history/fill-from";

/** A run that the form is to be filled from; the address of the page names it. */
export interface Fork {
  readonly run: string;
  /** Whether the server still keeps it; then a run from here names it as its parent. */
  readonly kept: boolean;
  /** As its watchers may know them. */
  readonly inputs?: { readonly [input: string]: unknown };
}

const pressed = "fork";

/** The address at which a demo's form is filled from a run. */
export function forkAddress(demo: string, run: string): string {
  return `/demos/${demo}?from=${encodeURIComponent(run)}`;
}

/** A press says that the run is to be started; whoever only comes by the address starts none. */
export function pressFork(run: string): void {
  createSessionMemory().set(pressed, run);
}

/** Whether the fork was pressed, rather than come to by its address. Says so once. */
export function takeForkPress(run: string): boolean {
  const memory = createSessionMemory();
  const was = memory.get(pressed);
  memory.delete(pressed);
  return was === run;
}

/** What the form is filled with: of an own run also its files, as long as they are kept. */
export async function fillFromFork(demo: DemoDescription, fork: Fork): Promise<Filling> {
  const [{ createRunHistory }, { fillFrom }] = await Promise.all([
    import("@/lib/client/run-history"),
    import("./history/fill-from"),
  ]);
  const own = createRunHistory(demo.name).find(fork.run);
  return fillFrom(demo, own ?? { inputs: fork.inputs ?? {} });
}
