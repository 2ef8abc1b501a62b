/**
 * What `run` is given for a control with `streaming: true`: its value while it is changed.
 *
 * @example
 * async *run({ tempo }, { sleep }) {
 *   for (;;) {
 *     yield { beep };
 *     await sleep(60_000 / tempo.value);
 *   }
 * }
 */
export interface LiveValue<Value> extends AsyncIterable<Value> {
  /** The newest value. */
  readonly value: Value;
}

/** An option of controls, such as sliders. */
export interface StreamingOption {
  /**
   * `true`: the control can be moved while the run goes on, and `run` is given a `LiveValue`: its
   * `value` is always the newest, and `for await` gives each change. Default: a plain value.
   */
  streaming?: boolean;
}
