import { RunStopped } from "../run-stopped";

/** Pieces on their way to a generator, which takes them by `for await`. */
export interface PieceQueue<Piece> extends AsyncIterable<Piece> {
  /** How many wait. */
  readonly size: number;
  add(piece: Piece): void;
  /** Takes all back that wait, and says how many they were. */
  clear(): number;
  /** Iterations end behind the last piece. */
  end(): void;
  /** Iterations reject as `sleep` does when the run is stopped, and nothing is kept. */
  close(): void;
}

interface Waiting<Piece> {
  resolve(result: IteratorResult<Piece, undefined>): void;
  reject(reason: unknown): void;
}

/**
 * A queue that one iteration at a time empties. One that is left by `break` leaves the rest for the
 * next.
 *
 * @param input its name, for errors
 * @param onTaken called with each piece that the generator has taken
 */
export function createPieceQueue<Piece>(
  input: string,
  onTaken: (piece: Piece) => void,
): PieceQueue<Piece> {
  let pieces: Piece[] = [];
  let waiting: Waiting<Piece>[] = [];
  let taker: object | undefined;
  let ended = false;
  let over: RunStopped | undefined;

  function settle(settleOne: (one: Waiting<Piece>) => void): void {
    const all = waiting;
    waiting = [];
    for (const one of all) settleOne(one);
  }

  function take(): Promise<IteratorResult<Piece, undefined>> {
    if (over) return Promise.reject(over);
    if (pieces.length > 0) {
      const value = pieces.shift() as Piece;
      onTaken(value);
      return Promise.resolve({ value, done: false });
    }
    if (ended) return Promise.resolve(done);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  return {
    get size() {
      return pieces.length;
    },
    add(piece) {
      const first = waiting.shift();
      if (!first) {
        pieces.push(piece);
        return;
      }
      first.resolve({ value: piece, done: false });
      onTaken(piece);
    },
    clear() {
      const { length } = pieces;
      pieces = [];
      return length;
    },
    end() {
      ended = true;
      settle(({ resolve }) => resolve(done));
    },
    close() {
      over = new RunStopped("CANCELLED", undefined);
      pieces = [];
      settle(({ reject }) => reject(over));
    },
    [Symbol.asyncIterator]() {
      let left = false;
      const iterator: AsyncIterator<Piece, undefined> = {
        next() {
          if (left) return Promise.resolve(done);
          // An iteration that has come to its end does not say that it leaves.
          const isEmpty = over !== undefined || (ended && pieces.length === 0);
          if (taker && taker !== iterator && !isEmpty) return Promise.reject(takenAlready(input));
          taker = iterator;
          const step = take();
          // A demo may look at it later, or never: nobody then handles the rejection.
          step.catch(() => {});
          return step;
        },
        async return() {
          left = true;
          if (taker !== iterator) return done;
          taker = undefined;
          settle(({ resolve }) => resolve(done));
          return done;
        },
      };
      return iterator;
    },
  };
}

const done = { value: undefined, done: true } as const;

function takenAlready(input: string): TypeError {
  return new TypeError(
    `The input "${input}" is being iterated already, and gives each piece once. Use one "for await" at a time, and hand the pieces on from there.`,
  );
}
