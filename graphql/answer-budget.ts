import type { GraphQLResolveInfo } from "graphql";
import { LimitError } from "../lib/store/limit-error";
import type { Context } from "./context";

/** By execution: its variables are an object of its own. */
const spent = new WeakMap<object, number>();

/**
 * Counts what one answer carries. A state may be as large as a run's outputs may be, and an operation
 * may ask for it under many names.
 *
 * @throws LimitError `ANSWER_TOO_LARGE` where all that was counted is more than a run's state may hold
 */
export function spend(
  bytes: number,
  { house }: Context,
  { variableValues }: GraphQLResolveInfo,
): void {
  const total = (spent.get(variableValues) ?? 0) + bytes;
  spent.set(variableValues, total);
  const most = house.settings.YIELDCAST_MAX_STATE_BYTES;
  if (total <= most) return;
  throw new LimitError(
    "ANSWER_TOO_LARGE",
    `The answer would carry more than ${Math.round(most / 2 ** 20)} MiB`,
    "YIELDCAST_MAX_STATE_BYTES",
  );
}
