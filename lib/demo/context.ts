import type { NoticeLevel } from "../store/snapshot";

/** What `run` is given beside its inputs. */
export interface RunContext {
  /** Aborted when the run is stopped, runs out of time or is left by its last viewer. */
  readonly signal: AbortSignal;
  /** Waits so many milliseconds; rejects at once when the run is stopped, so that `finally` runs. */
  sleep(milliseconds: number): Promise<void>;
  /**
   * Reports how far the run is; the newest report counts.
   *
   * @example progress(3, 10, "Denoising")
   */
  progress(value: number, total?: number, text?: string): void;
  /** Shows a notice beside the outputs. */
  notify(level: NoticeLevel, text: string): void;
}
