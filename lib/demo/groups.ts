import { isGroup } from "../kinds/group";
import { isDeclaration } from "../kinds/kind";
import { preview } from "../kinds/preview";
import { titleOf } from "./names";

/** Inputs that a form folds away together. */
export interface InputGroup {
  readonly name: string;
  readonly label: string;
  readonly hint: string | undefined;
  /** Whether it is unfolded at first. */
  readonly open: boolean;
  /** The names of its inputs, in their order. */
  readonly inputs: readonly string[];
}

/** What a file declares as inputs, without the groups, in the place of each what lies in it. */
export interface Ungrouped {
  readonly inputs: unknown;
  readonly groups: readonly InputGroup[];
}

/** Takes groups apart; what is wrong with them is added to `problems`. */
export function ungroup(given: unknown, problems: string[]): Ungrouped {
  if (!isRecord(given)) return { inputs: given, groups: [] };
  const inputs = new Map<string, unknown>();
  const groups: InputGroup[] = [];
  const add = (name: string, declared: unknown) => {
    if (inputs.has(name)) {
      problems.push(
        `Two inputs are called "${name}": callers give those of a group by their own names. Rename one.`,
      );
    }
    inputs.set(name, declared);
  };
  for (const [name, declared] of Object.entries(given)) {
    if (!isDeclaration(declared) || !isGroup(declared)) {
      add(name, declared);
      continue;
    }
    const { inputs: within, label, hint, open } = declared.options;
    if (name in {} || !isRecord(within) || Object.keys(within).length === 0) {
      problems.push(
        name in {}
          ? `The group name "${name}" is one that every object has. Rename it.`
          : `The group "${name}" must be an object of inputs by name; got ${preview(within)}. Write: group({ strength: slider({ min: 0, max: 1 }) }).`,
      );
      continue;
    }
    for (const [inner, member] of Object.entries(within)) {
      if (isDeclaration(member) && isGroup(member)) {
        problems.push(
          `The group "${inner}" lies in the group "${name}", but groups lie in no other. Put its inputs beside it.`,
        );
      } else add(inner, member);
    }
    groups.push({
      name,
      label: typeof label === "string" ? label : titleOf(name),
      hint: typeof hint === "string" ? hint : undefined,
      open: open === true,
      inputs: Object.keys(within),
    });
  }
  return { inputs: Object.fromEntries(inputs), groups };
}

/** The values as `run` is given them: those of a group in an object of its name. */
export function regroup(
  values: { readonly [input: string]: unknown },
  groups: readonly InputGroup[],
): { [name: string]: unknown } {
  const grouped: { [name: string]: unknown } = { ...values };
  for (const { inputs } of groups) for (const name of inputs) delete grouped[name];
  for (const { name, inputs } of groups) {
    grouped[name] = Object.fromEntries(inputs.map((input) => [input, values[input]]));
  }
  return grouped;
}

/** Values as an author writes them, an object for each group, by the names of inputs. */
export function ungroupValues(
  values: { readonly [name: string]: unknown },
  groups: readonly InputGroup[],
): { [input: string]: unknown } {
  const entries = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const isGroup = groups.some((group) => group.name === name);
    return isGroup && isRecord(value) ? Object.entries(value) : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
