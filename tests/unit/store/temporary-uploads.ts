import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probeFile } from "@/lib/media/probe-file";
import { createDiskUploadStore, type DiskUploadStoreOptions } from "@/lib/store/disk-upload-store";
import type { UploadStore } from "@/lib/store/upload-store";

/** A store of uploads in a temporary folder, which goes with it. */
export async function createTemporaryUploads(
  options: Partial<DiskUploadStoreOptions> = {},
): Promise<UploadStore & { parent: string }> {
  const parent = await mkdtemp(join(tmpdir(), "yieldcast-test-"));
  const store = createDiskUploadStore({
    parent,
    maxBytes: 1_000_000,
    maxTotalBytes: 10_000_000,
    maxCount: 100,
    keepSeconds: 600,
    probe: probeFile,
    ...options,
  });
  return {
    ...store,
    parent,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await rm(parent, { recursive: true });
    },
  };
}
