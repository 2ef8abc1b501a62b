import type { PastRun } from "@/lib/client/past-run";
import { createSessionMemory } from "@/lib/client/session-memory";
import { rememberFacts } from "@/lib/client/upload-facts";
import type { DemoDescription } from "@/lib/demo/describe";
import { controlKind } from "@/lib/kinds/control-inputs";
import { isFed } from "@/lib/kinds/is-fed";
import { isFile } from "../input-words";
import type { Values } from "../use-form";

export interface Filling {
  readonly values: Values;
  /** By input: what is to be said of it. */
  readonly faults: { readonly [input: string]: string };
}

/**
 * What fills a demo's form as it was for a run.
 *
 * @param run one of this browser, or what the watchers of any run may know of it: of files no more than
 * what they were
 */
export function fillFrom(
  demo: DemoDescription,
  run: Pick<PastRun, "inputs" | "files" | "tooLong">,
): Filling {
  const values: { [input: string]: unknown } = {};
  const faults: { [input: string]: string } = {};
  const memory = createSessionMemory();
  for (const input of demo.inputs) {
    const { name, label } = input;
    const given = run.inputs[name];
    values[name] = given ?? input.default;
    if (run.tooLong?.includes(name)) {
      faults[name] = `${label} was too long to be remembered here. Give it again.`;
    }
    if (controlKind(input) || isFed(input)) continue;
    const facts = run.files?.[name];
    if (typeof given === "string" && facts) rememberFacts(memory, given, facts);
    if (typeof given === "string") continue;
    // Not `undefined`: the field takes away the file that it has.
    values[name] = null;
    if (isFile(given)) {
      faults[name] = `The run was given ${given.name}, which only who gave it has. Give it again.`;
    }
  }
  return { values, faults };
}
