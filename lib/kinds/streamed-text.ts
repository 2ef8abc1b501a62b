import type { OutputKind } from "./kind";
import { YieldError } from "./yield-error";

/** An option of outputs that are a text. */
export interface AppendOption {
  /** `true`: each yield is put behind the text so far. Default: each yield replaces it. */
  append?: boolean;
}

/** What the log keeps of a text: `reset ? delta : text + delta` is the text from then on. */
export interface LoggedStream<Kind extends string = string> {
  readonly kind: Kind;
  readonly delta: string;
  readonly reset: boolean;
}

/**
 * A kind of output that is a text, whatever it means.
 *
 * @param faults what is wrong with its options, beyond what all outputs have
 */
export function streamedText<Kind extends string, Options extends AppendOption>(
  kind: Kind,
  faults: (options: Options) => string[] = () => [],
): OutputKind<Options, LoggedStream<Kind>> {
  const logged = (delta: string, reset: boolean): LoggedStream<Kind> => ({ kind, delta, reset });
  return {
    faults,
    writer({ append = false }, { maxValueBytes }) {
      let sent = "";
      let held = "";
      return {
        write(value) {
          if (typeof value !== "string") throw new YieldError("a string", { value });
          if (value.length > maxValueBytes) {
            throw new YieldError(
              `at most ${maxValueBytes.toLocaleString("en")} characters in one yield (YIELDCAST_MAX_VALUE_BYTES)`,
              { value },
            );
          }
          if (append) {
            const whole = held + value;
            const delta = withoutHalfPair(whole);
            held = whole.slice(delta.length);
            return logged(delta, false);
          }
          const next = withoutHalfPair(value);
          const grows = next.startsWith(sent);
          const delta = grows ? next.slice(sent.length) : next;
          sent = next;
          return logged(delta, !grows);
        },
      };
    },
    merge(older, newer) {
      if (newer.reset) return newer;
      return logged(older.delta + newer.delta, older.reset);
    },
    // V8 keeps Latin text in one byte a character and other text in two; the larger is assumed.
    size: ({ delta }) => delta.length * 2 + 48,
    pieces(state, size) {
      const step = Math.max(2, Math.floor(size / 2));
      const pieces: LoggedStream<Kind>[] = [];
      for (let start = 0; start < state.delta.length || start === 0; ) {
        const slice = state.delta.slice(start, start + step);
        const last = start + slice.length >= state.delta.length;
        const delta = last ? slice : withoutHalfPair(slice);
        pieces.push(logged(delta, start === 0));
        start += Math.max(delta.length, 1);
      }
      return pieces;
    },
  };
}

/** A delta must not end in half a surrogate pair: alone it cannot be written as UTF-8. */
export function withoutHalfPair(value: string): string {
  const last = value.charCodeAt(value.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? value.slice(0, -1) : value;
}
