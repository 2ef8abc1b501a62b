import type { LoggedImage } from "@/lib/kinds/image/output";
import type { LoggedText } from "@/lib/kinds/text";
import type { LogStore, RunRecord } from "@/lib/store/log-store";
import { createMemoryByteStore } from "@/lib/store/memory-byte-store";
import { createMemoryLogStore, type MemoryLogStoreOptions } from "@/lib/store/memory-log-store";
import type { Entry } from "@/lib/store/snapshot";

export const plenty = Number.MAX_SAFE_INTEGER;

/** A store, and a log in it to which a test appends. */
export async function createLog(
  limits: Partial<MemoryLogStoreOptions> = {},
  keep: RunRecord["keep"] = {},
) {
  const bytes = createMemoryByteStore();
  const logs = createMemoryLogStore({
    bytes,
    maxEntries: plenty,
    maxLogBytes: plenty,
    maxStateBytes: plenty,
    maxTotalBytes: plenty,
    ...limits,
  });
  return { bytes, logs, ...(await addLog(logs, "a", keep)) };
}

export async function addLog(logs: LogStore, id: string, keep: RunRecord["keep"] = {}) {
  const record: RunRecord = {
    id,
    key: "k",
    demo: "demo",
    inputs: {},
    uploads: {},
    parent: undefined,
    createdAt: 0,
    keep,
  };
  await logs.create(record);
  let seq = 0;
  const append = (entry: Partial<Entry>) => logs.append(id, { seq: ++seq, at: seq, ...entry });
  return { record, append };
}

export const text = (delta: string, reset = false): LoggedText => ({ kind: "text", delta, reset });

export const image = (id: string, bytes = 100): LoggedImage => ({
  kind: "image",
  id,
  bytes,
  width: 1,
  height: 1,
  type: "image/png",
});
