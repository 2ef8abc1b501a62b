import type { Demo } from "../demo/demo";
import type { OutputWriter, WriterContext } from "../kinds/kind";
import { type Logged, outputKind } from "../kinds/outputs";
import { YieldError } from "../kinds/yield-error";
import type { LoggedByName } from "../store/snapshot";

/** Turns what one run yields into what its log keeps. */
export interface YieldRecorder {
  /** Of one yield; a promise only where bytes have to be read or kept. */
  record(yielded: unknown): LoggedByName | Promise<LoggedByName>;
  /** What was held back until the generator's end; without a member where that is nothing. */
  end(): Promise<LoggedByName>;
  close(): void;
}

/**
 * Makes the recorder of one run.
 *
 * @throws YieldError where a yield is not what the demo's outputs say, naming the output
 */
export function createYieldRecorder(demo: Demo, context: WriterContext): YieldRecorder {
  const writers = new Map<string, OutputWriter<Logged>>();
  for (const [name, declared] of Object.entries(demo.outputs)) {
    writers.set(name, outputKind(declared).writer(declared.options, context));
  }
  const names = [...writers.keys()].join(", ");
  const [first = ""] = writers.keys();

  function record(yielded: unknown): LoggedByName | Promise<LoggedByName> {
    const values = demo.single ? { [first]: yielded } : yielded;
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      const expected = `an object that sets some of the outputs ${names}`;
      return blame("A yield", new YieldError(expected, { value: yielded }));
    }
    const logged: { [output: string]: Logged } = {};
    const pending: Promise<void>[] = [];
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) continue;
      const writer = writers.get(name);
      const subject = writer ? `The output "${name}"` : "A yield";
      try {
        if (!writer) throw new YieldError(`only the outputs ${names}`, `one named "${name}"`);
        const written = writer.write(value);
        if (!(written instanceof Promise)) {
          logged[name] = written;
          continue;
        }
        const kept = written.then((late) => {
          logged[name] = late;
        });
        pending.push(kept.catch((error) => blame(subject, error)));
      } catch (error) {
        // Those that are wrong too would reject with nobody to handle it.
        void Promise.allSettled(pending);
        blame(subject, error);
      }
    }
    return pending.length > 0 ? Promise.all(pending).then(() => logged) : logged;
  }

  return {
    record,
    async end() {
      const logged: { [output: string]: Logged } = {};
      for (const [name, writer] of writers) {
        const last = await Promise.resolve(writer.end?.()).catch((error) =>
          blame(`The output "${name}"`, error),
        );
        if (last) logged[name] = last;
      }
      return logged;
    },
    close() {
      for (const writer of writers.values()) writer.close?.();
    },
  };
}

/** Says in the error what it is about. */
function blame(subject: string, error: unknown): never {
  if (error instanceof YieldError) error.message = `${subject} ${error.message}.`;
  throw error;
}
