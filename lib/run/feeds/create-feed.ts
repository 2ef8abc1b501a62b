import type { Feed, FeedPiece, FeedState } from "../feed";
import { RunError } from "../run-error";
import { FeedError } from "./feed-error";
import type { Intake } from "./intake";

export interface FeedOptions<Checked> {
  /** The input's name, for errors. */
  name: string;
  /** Makes what becomes of the pieces; `onTaken` is called when the generator has taken one. */
  intake(onTaken: () => void): Intake<Checked>;
  /** How long the sender may say nothing. */
  idleSeconds: number;
  /** How long a piece may wait for room, in milliseconds. Default: 10,000. */
  patience?: number;
}

/** Pushes to one input that may be under way at once. Who sends in order has one. */
const mostAtOnce = 16;

/** A feed: pieces in their order, one after the other, each when there is room for it. */
export function createFeed<Checked>(options: FeedOptions<Checked>): Feed {
  const { name, idleSeconds, patience = 10_000 } = options;
  const intake = options.intake(() => look?.());
  /** By index, pieces that are being checked or wait for room. */
  const underWay = new Map<number, Promise<FeedState>>();
  let lane: Promise<unknown> = Promise.resolve();
  /** The piece behind the last one in the lane, and the one behind the last that was taken. */
  let next = 0;
  let taken = 0;
  let ended: string | undefined;
  let over = false;
  let begun = false;
  let look: (() => void) | undefined;
  let idle: NodeJS.Timeout | undefined;

  const state = (): FeedState => ({
    next: taken,
    dropped: intake.dropped,
    bufferedSeconds: intake.bufferedSeconds,
  });

  /** Silence counts from the last answer on. */
  function listen(): void {
    if (!begun || over || ended !== undefined || !intake.endsInSilence) return;
    if (idle) idle.refresh();
    else idle = setTimeout(() => underWay.size === 0 && fallSilent(), idleSeconds * 1000);
  }

  function fallSilent(): void {
    ended = `its sender has said nothing for ${idleSeconds} s (YIELDCAST_FEED_IDLE_SECONDS)`;
    intake.end();
  }

  async function take(index: number, piece: FeedPiece): Promise<FeedState> {
    // The piece before it was not taken after all.
    if (index !== taken) throw gap(index);
    try {
      refuseLate();
      const isEmpty = piece.bytes === undefined && piece.value === undefined;
      if (!isEmpty) {
        const checked = await intake.check(piece);
        await room(checked);
        if (over) throw runOver();
        intake.add(checked);
      }
    } catch (error) {
      next = taken;
      throw error;
    }
    taken++;
    if (piece.end) {
      ended = "its sender has ended it";
      clearTimeout(idle);
      intake.end();
    }
    return state();
  }

  function refuseLate(): void {
    if (over) throw runOver();
    if (ended === undefined) return;
    const message = `Nothing can be fed to the input "${name}" any more: ${ended}. Start a new run.`;
    throw new FeedError("FEED_ENDED", message, taken);
  }

  function room(checked: Checked): Promise<void> | undefined {
    if (over) throw runOver();
    if (intake.hasRoom(checked)) return undefined;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        look = undefined;
        settle();
      };
      const timer = setTimeout(() => done(() => reject(full())), patience);
      look = () => {
        if (over) done(() => reject(runOver()));
        else if (intake.hasRoom(checked)) done(resolve);
      };
    });
  }

  function full(): FeedError {
    const message = `The input "${name}" has had no room for ${patience / 1000} s: the demo is slower than what is fed to it. Send this piece again. YIELDCAST_MAX_FEED_BYTES, and for all runs YIELDCAST_MAX_FEEDS_TOTAL_BYTES, set how much may wait.`;
    return new FeedError("FEED_FULL", message, taken);
  }

  function gap(index: number): FeedError {
    const message = `The next piece for the input "${name}" has index ${taken}; got ${index}. Send each piece after the answer to the one before.`;
    return new FeedError("FEED_GAP", message, taken);
  }

  return {
    given: intake.given,

    async push(index, piece) {
      const same = underWay.get(index);
      if (same) return same;
      if (over) throw runOver();
      if (index < next) return state();
      if (index > next) throw gap(index);
      refuseLate();
      if (underWay.size >= mostAtOnce) {
        const message = `${mostAtOnce} pieces for the input "${name}" are under way already. Send each piece after the answer to the one before.`;
        throw new FeedError("FEED_FULL", message, taken);
      }
      next = index + 1;
      const answer = lane.then(() => take(index, piece));
      underWay.set(index, answer);
      lane = answer
        .catch(() => {})
        .then(() => {
          underWay.delete(index);
          listen();
        });
      return answer;
    },

    begin() {
      begun = true;
      listen();
    },

    close() {
      over = true;
      clearTimeout(idle);
      look?.();
      intake.close();
    },
  };
}

function runOver(): RunError {
  return new RunError("RUN_OVER", "The run is over: nothing is fed to it.");
}
