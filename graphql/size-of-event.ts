import type { GraphQLResolveInfo } from "graphql";
import type { Demo } from "../lib/demo/demo";
import { outputKind } from "../lib/kinds/outputs";
import type { RunEvent } from "../lib/run/run-event";
import { type LoggedByName, sizeOfOutputs } from "../lib/store/snapshot";
import { fieldKinds } from "./kinds";
import { fieldsBelow } from "./selection";

/**
 * What each event of a list costs, in bytes, by what is asked of it. A page asks a kind for what is new
 * at each event, and that is all that it carries; any other field, such as a text's `value`, may be the
 * whole, so the whole is counted.
 */
export function createSizeOfEvent(
  demo: Demo | undefined,
  info: GraphQLResolveInfo,
): (event: RunEvent) => number {
  const whole = new Set<string>();
  const changes = new Set<string>();
  for (const field of fieldsBelow(info.fieldNodes, info)) {
    const name = field.name.value;
    const output = demo?.outputs[name];
    if (!output) continue;
    const ofPage = new Set(fieldKinds[output.kind].selection.match(/\w+/g));
    const asked = fieldsBelow([field], info).map((each) => each.name.value);
    (asked.every((each) => ofPage.has(each)) ? changes : whole).add(name);
  }
  return (event) =>
    eventOverhead +
    sizeOfOutputs(among(event.whole, whole)) +
    sizeOnWire(among(event.outputs, changes));
}

/** Without bytes that lie beside the log: an answer has their addresses. */
function sizeOnWire(outputs: LoggedByName): number {
  return Object.values(outputs).reduce((sum, each) => sum + outputKind(each).size(each), 0);
}

/** Its time, cursor and so on. */
const eventOverhead = 128;

function among(outputs: LoggedByName, names: ReadonlySet<string>): LoggedByName {
  return Object.fromEntries(Object.entries(outputs).filter(([name]) => names.has(name)));
}
