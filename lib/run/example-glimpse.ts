import type { Demo } from "../demo/demo";
import { glimpseOf, type RunGlimpse } from "../demo/glimpse";
import type { LogStore } from "../store/log-store";
import type { ExampleRuns } from "./example-runs";

/**
 * A glimpse of the first example of a demo that has something to show; runs of people are not looked at.
 * Examples that were not run are begun.
 */
export async function exampleGlimpse(
  demo: Demo,
  { exampleRuns, logs }: { exampleRuns: ExampleRuns; logs: LogStore },
): Promise<RunGlimpse | undefined> {
  for (const run of await exampleRuns.of(demo)) {
    const head = run === undefined ? undefined : await logs.head(run);
    const glimpse = head && head.run.status === "DONE" ? glimpseOf(head.outputs) : undefined;
    if (run !== undefined && glimpse) return { run, glimpse };
  }
  return undefined;
}
