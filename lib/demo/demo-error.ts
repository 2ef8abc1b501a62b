/**
 * An error whose message is meant for whoever runs the demo. Any other error that a demo throws is
 * masked and written to the server's log.
 *
 * @example throw new DemoError("The picture is too dark: choose another one.");
 */
export class DemoError extends Error {
  override name = "DemoError";
}
