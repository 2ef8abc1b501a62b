const brand = Symbol.for("yieldcast.demo-error");

/**
 * An error whose message is meant for whoever runs the demo. Any other error that a demo throws is
 * masked and written to the server's log.
 *
 * @example throw new DemoError("The picture is too dark: choose another one.");
 */
export class DemoError extends Error {
  override name = "DemoError";
  readonly [brand] = true;

  // Pages and routes each have modules of their own, and a demo may come through those of either.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && brand in value;
  }
}
