import type { Declaration, Input } from "./kind";

/**
 * Stands where a kind was put that only the other side takes, so that the compiler's error says so.
 * https://www.typescriptlang.org/docs/handbook/2/conditional-types.html
 *
 * @typeParam Grouped what stands for a group; default: groups are taken
 */
export type OnlyInputs<I, Grouped = unknown> = {
  [Name in keyof I]: I[Name] extends Input
    ? I[Name] extends Declaration<"group">
      ? I[Name] & Grouped
      : I[Name]
    : "This kind is only yielded: move it to `outputs`.";
};
