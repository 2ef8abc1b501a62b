import { type InputDeclaration, inputKind } from "../../kinds/inputs";
import type { LiveValue } from "../../kinds/live-value";
import { preview } from "../../kinds/preview";
import { RunStopped } from "../run-stopped";
import type { Intake } from "./intake";
import { wrongPiece } from "./wrong-piece";

const done = { value: undefined, done: true } as const;

/** Takes the values of a control in. Whoever iterates over them gets the newest that is new to him. */
export function createControlIntake(input: InputDeclaration, initial: unknown): Intake<unknown> {
  const kind = inputKind(input);
  let value = initial;
  let changes = 0;
  let ended = false;
  let over: RunStopped | undefined;
  /** Called at each change, by those who wait for one. */
  let waiting: (() => void)[] = [];

  function wake(): void {
    const all = waiting;
    waiting = [];
    for (const look of all) look();
  }

  function iterate(): AsyncIterator<unknown, undefined> {
    let seen = changes;
    let left = false;
    return {
      next() {
        const step = new Promise<IteratorResult<unknown, undefined>>((resolve, reject) => {
          const look = () => {
            if (left) resolve(done);
            else if (over) reject(over);
            else if (seen !== changes) {
              seen = changes;
              resolve({ value, done: false });
            } else if (ended) resolve(done);
            else waiting.push(look);
          };
          look();
        });
        // A demo may look at it later, or never: nobody then handles the rejection.
        step.catch(() => {});
        return step;
      },
      async return() {
        left = true;
        wake();
        return done;
      },
    };
  }

  const given: LiveValue<unknown> = {
    get value() {
      return value;
    },
    [Symbol.asyncIterator]: iterate,
  };

  return {
    given,
    dropped: 0,
    bufferedSeconds: undefined,
    endsInSilence: false,
    check({ bytes, value: next }) {
      const allowed = kind.allowed(input.options);
      if (bytes) throw wrongPiece("data", `left out: what is fed must be ${allowed}, as value`);
      if (kind.accepts(next, input.options)) {
        return kind.taken ? kind.taken(next, input.options) : next;
      }
      const came = kind.came?.(next, input.options) ?? `got ${preview(next)}`;
      throw wrongPiece("value", `${allowed}; ${came}`);
    },
    hasRoom: () => true,
    add(next) {
      value = next;
      changes++;
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    close() {
      over = new RunStopped("CANCELLED", undefined);
      wake();
    },
  };
}
