const brand = Symbol.for("yieldcast.shown-error");

/**
 * An error that is meant for the caller: its message, its code and its details may be shown.
 *
 * Pages and routes each have modules of their own, and what is alive was made by those of either; so
 * it is known by its brand, not by its class.
 */
export abstract class ShownError extends Error {
  readonly [brand] = true;
  /** What the wire says, such as `RUN_NOT_FOUND`. */
  abstract readonly code: string;
  /** What the wire says beside it. */
  readonly details: { readonly [name: string]: unknown } = {};
}

export function isShownError(value: unknown): value is ShownError {
  return value instanceof Error && brand in value;
}
