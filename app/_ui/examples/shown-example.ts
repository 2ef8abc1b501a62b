import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription, ExampleDescription } from "@/lib/demo/describe";

/** An example whose run is on show. */
export interface ShownExample {
  /** `undefined` where it is left on show until a run that has begun yields something. */
  readonly label: string | undefined;
  readonly snapshot: RunSnapshot;
}

/** The example that a page shows before anything was run. A demo that runs by itself needs none. */
export function shownFirst({ live, examples }: DemoDescription): ExampleDescription | undefined {
  return live ? undefined : examples.find(({ run }) => run !== undefined);
}
