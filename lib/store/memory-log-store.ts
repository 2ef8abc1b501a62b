import { createGiveBack } from "./give-back";
import { KeptLog } from "./kept-log";
import { LimitError } from "./limit-error";
import type { ByteStore, LogStore } from "./log-store";
import { isOver } from "./snapshot";

export interface MemoryLogStoreOptions {
  bytes: ByteStore;
  /** Entries kept per run. */
  maxEntries: number;
  /** Bytes of entries kept per run, with the bytes beside the log. */
  maxLogBytes: number;
  /** Bytes that the state of one run may hold. */
  maxStateBytes: number;
  /** Bytes of all runs together; over it, finished runs are forgotten, the oldest first. */
  maxTotalBytes: number;
  /** Bytes of all pinned runs together, which are never forgotten. Default: an eighth of all. */
  maxPinnedBytes?: number;
}

/** Keeps logs in this process's memory: they do not survive a restart. */
export function createMemoryLogStore(options: MemoryLogStoreOptions): LogStore {
  const { bytes, maxEntries, maxLogBytes, maxStateBytes, maxTotalBytes } = options;
  const { maxPinnedBytes = Math.floor(maxTotalBytes / 8) } = options;
  const logs = new Map<string, KeptLog>();
  const giveBack = createGiveBack();
  let total = 0;
  /** The part of `total` that is pinned. */
  let pinned = 0;

  function count(log: KeptLog, change: number): void {
    total += change;
    if (log.record.pinned) pinned += change;
  }

  function forget(run: string): void {
    const log = logs.get(run);
    if (!log) return;
    logs.delete(run);
    count(log, -log.bytes);
    giveBack(log.bytes);
    void bytes.delete(run);
    for (const changed of log.watchers) changed();
  }

  function makeRoom(log: KeptLog): void {
    const over = () => log.count > maxEntries || log.entryBytes > maxLogBytes;
    while (over() && fold(log));
    if (log.record.pinned) while (pinned > maxPinnedBytes && fold(log));
    if (total <= maxTotalBytes) return;
    for (const [run, other] of logs) {
      if (total <= maxTotalBytes) return;
      if (other === log || other.record.pinned) continue;
      if (isOver(other.head.run.status)) forget(run);
    }
    while (total > maxTotalBytes && fold(log));
  }

  function fold(log: KeptLog): boolean {
    const before = log.bytes;
    const folded = log.foldOldest();
    count(log, log.bytes - before);
    return folded;
  }

  return {
    async create(record) {
      const log = new KeptLog(record, (id) => void bytes.release(record.id, id));
      logs.set(record.id, log);
      count(log, log.bytes);
    },
    async record(run) {
      return logs.get(run)?.record;
    },
    async append(run, entry) {
      const log = logs.get(run);
      if (!log) return;
      const before = log.bytes;
      log.append(entry);
      count(log, log.bytes - before);
      makeRoom(log);
      for (const changed of log.watchers) changed();
      if (log.stateBytes > maxStateBytes && entry.outputs) {
        const most = `${Math.round(maxStateBytes / 2 ** 20)} MiB`;
        throw new LimitError(
          "STATE_TOO_LARGE",
          `The outputs of this run hold more than ${most} together`,
          "YIELDCAST_MAX_STATE_BYTES",
        );
      }
      if (log.record.pinned && pinned > maxPinnedBytes && entry.outputs) {
        throw new LimitError(
          "EXAMPLES_TOO_LARGE",
          `The runs of all examples hold more than ${Math.round(maxPinnedBytes / 2 ** 20)} MiB together`,
          "YIELDCAST_MAX_EXAMPLES_BYTES",
        );
      }
    },
    async read(run, after, most) {
      return logs.get(run)?.read(after, most);
    },
    async head(run) {
      return logs.get(run)?.head;
    },
    async at(run, seq) {
      return logs.get(run)?.at(seq);
    },
    watch(run, changed) {
      const watchers = logs.get(run)?.watchers;
      watchers?.add(changed);
      return () => void watchers?.delete(changed);
    },
    async delete(run) {
      forget(run);
    },
  };
}
