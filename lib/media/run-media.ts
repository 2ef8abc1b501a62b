import type { ByteStore, LogStore } from "../store/log-store";
import { isOver } from "../store/snapshot";
import type { LoggedChunks, MediaChunk } from "./chunks";
import type { ReadChunk } from "./own-packets";

export interface RunMediaOptions {
  logs: LogStore;
  bytes: ByteStore;
}

/** An output of a run that is sound or video, as it is now. */
export interface OutputChunks {
  /** The demo's name. */
  readonly demo: string;
  readonly chunks: readonly MediaChunk[];
  /** How many chunks the run keeps at most. */
  readonly keep: number;
  /** Whether no more will come. */
  readonly over: boolean;
}

/** Reads the chunks that runs have left in their logs. */
export interface RunMedia {
  /** `undefined` where no such run is known, or it has yielded no sound or video for the output yet. */
  output(run: string, output: string): Promise<OutputChunks | undefined>;
  /** Whether more can come of a run. */
  isLive(run: string): Promise<boolean>;
  /** `undefined` where some of the bytes are not kept any more. */
  read(run: string, chunks: readonly MediaChunk[]): Promise<ReadChunk[] | undefined>;
  /** Settles with the next change of a run's log, and when `signal` is aborted. */
  change(run: string, signal: AbortSignal): Promise<void>;
}

export function createRunMedia({ logs, bytes }: RunMediaOptions): RunMedia {
  return {
    async output(run, output) {
      const [record, head] = [await logs.record(run), await logs.head(run)];
      const logged = head?.outputs[output];
      if (!record || !head || !hasChunks(logged)) return undefined;
      const { chunks, keep } = logged;
      return { demo: record.demo, chunks, keep, over: isOver(head.run.status) };
    },
    async isLive(run) {
      const head = await logs.head(run);
      return head !== undefined && !isOver(head.run.status);
    },
    async read(run, chunks) {
      const found: ReadChunk[] = [];
      for (const chunk of chunks) {
        const stored = await bytes.get(run, chunk.id);
        if (!stored) return undefined;
        found.push({ chunk, data: stored.data });
      }
      return found;
    },
    change(run, signal) {
      return new Promise((resolve) => {
        const settle = () => {
          unwatch();
          signal.removeEventListener("abort", settle);
          resolve();
        };
        const unwatch = logs.watch(run, settle);
        if (signal.aborted) settle();
        else signal.addEventListener("abort", settle);
      });
    },
  };
}

/** Whether what was logged, of whatever kind, is sound or video. */
function hasChunks(logged: object | undefined): logged is LoggedChunks {
  return logged !== undefined && "chunks" in logged;
}
