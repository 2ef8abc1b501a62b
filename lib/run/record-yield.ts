import type { Demo } from "../demo/demo";
import type { WriterContext } from "../kinds/kind";
import { type Logged, outputKind } from "../kinds/outputs";
import { YieldError } from "../kinds/yield-error";
import type { LoggedByName } from "../store/snapshot";

type Write = (value: unknown) => Logged | Promise<Logged>;

/**
 * Makes the function that turns each yield of one run into what its log keeps.
 *
 * @throws YieldError where the yield is not what the demo's outputs say, naming the output
 */
export function createYieldRecorder(demo: Demo, context: WriterContext) {
  const writers = new Map<string, Write>();
  for (const [name, declared] of Object.entries(demo.outputs)) {
    writers.set(name, outputKind(declared).writer(declared.options, context));
  }
  const names = [...writers.keys()].join(", ");

  async function write(name: string, value: unknown): Promise<Logged> {
    const writer = writers.get(name);
    if (!writer) throw new YieldError(`only the outputs ${names}`, `one named "${name}"`);
    try {
      return await writer(value);
    } catch (error) {
      if (error instanceof YieldError) error.message = `The output "${name}" ${error.message}.`;
      throw error;
    }
  }

  return async (yielded: unknown): Promise<LoggedByName> => {
    if (demo.single) return { output: await write("output", yielded) };
    if (typeof yielded !== "object" || yielded === null || Array.isArray(yielded)) {
      throw new YieldError(`an object that sets some of the outputs ${names}`, { value: yielded });
    }
    const logged: { [output: string]: Logged } = {};
    for (const [name, value] of Object.entries(yielded)) {
      if (value !== undefined) logged[name] = await write(name, value);
    }
    return logged;
  };
}
