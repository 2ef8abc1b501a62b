import type { OutputKind } from "../kind";
import { YieldError } from "../yield-error";
import type { Json, JsonOutputOptions } from ".";

/** What the log keeps of a JSON value: a copy, so that the generator may go on changing its own. */
export interface LoggedJson {
  readonly kind: "json";
  readonly value: Json;
  readonly size: number;
}

export const jsonOutput: OutputKind<JsonOutputOptions, LoggedJson> = {
  faults: () => [],
  writer(_options, { maxValueBytes }) {
    return {
      write(value) {
        const written = write(value);
        if (written.length > maxValueBytes) {
          throw new YieldError(
            `at most ${maxValueBytes.toLocaleString("en")} characters of JSON in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
            `${written.length.toLocaleString("en")}`,
          );
        }
        return { kind: "json", value: JSON.parse(written), size: written.length };
      },
    };
  },
  merge: (_older, newer) => newer,
  size: (logged) => logged.size * 2 + 64,
};

function write(value: unknown): string {
  let written: string | undefined;
  try {
    written = JSON.stringify(value);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : "it cannot be written";
    throw new YieldError("a value that JSON can write", `one that it cannot: ${reason}`);
  }
  if (written === undefined || written === "null") {
    throw new YieldError("a value that JSON can write, other than a bare null", { value });
  }
  return written;
}
