import type { CheckedInputs } from "../demo/check-inputs";
import type { Demo } from "../demo/demo";
import type { RunRecord } from "../store/log-store";
import type { Ending } from "./execute";
import type { Feed } from "./feed";
import type { RunPresence } from "./run-event";
import type { Delivery, Viewer } from "./viewer";
import type { Wants } from "./wants";

export interface FollowOptions {
  /** A cursor. */
  after?: string | null | undefined;
  delivery: Delivery;
  wants: Wants;
  /** Aborted when the viewer's connection is lost. */
  signal?: AbortSignal | undefined;
}

export interface StartOptions extends Omit<FollowOptions, "after"> {
  /** The run that it is forked from. */
  parent?: string | null | undefined;
}

export interface PinnedRun {
  readonly id: string;
  readonly ended: Promise<Ending>;
}

/** All runs of this process. */
export interface Runs extends AsyncDisposable {
  /** Puts a run of a demo into the queue. */
  start(demo: Demo, inputs: CheckedInputs, parent?: string | null): Promise<RunRecord>;
  /** Puts a run of the house's own into the queue: nobody else's waits for it, and it is kept. */
  startPinned(demo: Demo, inputs: CheckedInputs): Promise<PinnedRun>;
  /** Stops a run of the house's own, and forgets it. */
  drop(id: string): Promise<void>;
  /** Stops a run at once. One that is over stays as it is. */
  cancel(id: string, key: string): Promise<RunRecord>;
  /**
   * Takes in what is fed to an input of a run.
   *
   * @throws RunError `RUN_NOT_FOUND`, `WRONG_KEY`, `NO_SUCH_INPUT`; where the run is over, `RUN_OVER`
   */
  feedOf(id: string, key: string, input: string): Promise<Feed>;
  /** @throws RunError `RUN_NOT_FOUND` */
  find(id: string): Promise<RunRecord>;
  follow(record: RunRecord, options: FollowOptions): Promise<Viewer>;
  /** Starts a run and follows it as its owner, or does neither. */
  startAndFollow(demo: Demo, inputs: CheckedInputs, options: StartOptions): Promise<Viewer>;
  presence(id: string): RunPresence;
  /** How many runs of each demo go on. */
  running(demo: string): number;
}
