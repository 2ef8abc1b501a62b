import type { ArgumentKind } from "./kind";

/** Of inputs whose value is a file: what `upload` has given for it. */
export const uploadArgument: ArgumentKind<unknown> = { type: () => "ID" };
