import { randomBytes } from "node:crypto";
import type { CheckedInputs } from "../demo/check-inputs";
import type { Demo } from "../demo/demo";
import type { RunRecord } from "../store/log-store";

/** What is known of a run before it begins. Nobody can guess its id or its key. */
export function newRecord(
  demo: Demo,
  inputs: CheckedInputs,
  parent: string | undefined,
): RunRecord {
  return {
    id: randomBytes(16).toString("base64url"),
    key: randomBytes(24).toString("base64url"),
    demo: demo.name,
    inputs: inputs.values,
    uploads: inputs.uploads,
    parent,
    createdAt: Date.now(),
    keep: keepOf(demo),
  };
}

function keepOf(demo: Demo): RunRecord["keep"] {
  const keep: { [output: string]: number } = {};
  for (const [name, { options }] of Object.entries(demo.outputs)) {
    if (typeof options.keep === "number") keep[name] = options.keep;
  }
  return keep;
}
