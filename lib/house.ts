import type { Catalogue, Loaders } from "./demo/catalogue";
import type { Demo } from "./demo/demo";
import { fileStamp } from "./demo/file-stamp";
import type { RunGlimpse } from "./demo/glimpse";
import { createLiveCatalogue } from "./demo/live-catalogue";
import { createFindMedia, type FindMedia } from "./media/find-media";
import { createImages, type Images } from "./media/images";
import { probeFile } from "./media/probe-file";
import { createWorkshop, type Workshop } from "./media/workshop";
import { exampleGlimpse } from "./run/example-glimpse";
import { createExampleRuns, type ExampleRuns } from "./run/example-runs";
import { createRuns } from "./run/runs";
import type { Runs } from "./run/runs-interface";
import type { Settings } from "./settings";
import { createDiskUploadStore } from "./store/disk-upload-store";
import { createExampleFiles, withExampleFiles } from "./store/example-files";
import type { ByteStore, LogStore } from "./store/log-store";
import { createMemoryByteStore } from "./store/memory-byte-store";
import { createMemoryLogStore } from "./store/memory-log-store";
import type { UploadStore } from "./store/upload-store";

/** Everything alive in one process. */
export interface House extends AsyncDisposable {
  readonly settings: Settings;
  readonly logs: LogStore;
  readonly runs: Runs;
  readonly exampleRuns: ExampleRuns;
  /** What an example of a demo has yielded last; `undefined` where there is none, or none yet. */
  glimpseOf(demo: Demo): Promise<RunGlimpse | undefined>;
  readonly images: Images;
  /** Makes pictures and pieces of media, once for all who ask, a few at a time. */
  readonly workshop: Workshop;
  /** What lies at an address below `/media/`. */
  readonly findMedia: FindMedia;
  readonly uploads: UploadStore;
  /** What lies in `demos/` now. */
  catalogue(): Promise<Catalogue>;
  /** Says where the demo files are, anew after each change of them. */
  setLoaders(loaders: Loaders): void;
}

export interface HouseOptions {
  settings: Settings;
  loaders: Loaders;
  /** Whether demo files may change while the process lives. */
  watch: boolean;
}

export function createHouse({ settings, loaders, watch }: HouseOptions): House {
  const stored = createMemoryByteStore();
  const bytes: ByteStore = {
    ...stored,
    delete(run) {
      workshop.forget(run);
      return stored.delete(run);
    },
  };
  const logs = createMemoryLogStore({
    bytes,
    maxEntries: settings.YIELDCAST_LOG_MAX_ENTRIES,
    maxLogBytes: settings.YIELDCAST_LOG_MAX_BYTES,
    maxStateBytes: settings.YIELDCAST_MAX_STATE_BYTES,
    maxTotalBytes: settings.YIELDCAST_MAX_TOTAL_BYTES,
    maxPinnedBytes: settings.YIELDCAST_MAX_EXAMPLES_BYTES,
  });
  const workshop = createWorkshop({
    cacheBytes: settings.YIELDCAST_ENCODED_CACHE_BYTES,
    mostWaiting: settings.YIELDCAST_MAX_ENCODINGS,
  });
  const images = createImages({ bytes, workshop });
  const exampleFiles = createExampleFiles({
    folder: process.cwd(),
    maxBytes: settings.YIELDCAST_MAX_UPLOAD_BYTES,
    probe: probeFile,
  });
  const received = createDiskUploadStore({
    parent: settings.YIELDCAST_UPLOADS_FOLDER,
    maxBytes: settings.YIELDCAST_MAX_UPLOAD_BYTES,
    maxTotalBytes: settings.YIELDCAST_MAX_UPLOADS_TOTAL_BYTES,
    maxCount: settings.YIELDCAST_MAX_UPLOADS,
    keepSeconds: settings.YIELDCAST_UPLOAD_KEEP_SECONDS,
    probe: probeFile,
  });
  const uploads = withExampleFiles(received, exampleFiles);
  const runs = createRuns({
    settings,
    logs,
    bytes,
    uploads,
    findDemo: async (name) => (await live.get()).demos.get(name),
  });
  const exampleRuns = createExampleRuns({
    runs,
    uploads,
    most: settings.YIELDCAST_MAX_EXAMPLE_RUNS,
    // The file may be newer than what was imported of it, for the moment that the bundler takes.
    stampOf: ({ file, code }) => (watch ? `${fileStamp(file)} ${code}` : ""),
  });

  const live = createLiveCatalogue({
    loaders,
    watch,
    exampleFiles,
    onChange({ demos, faults }) {
      for (const { file, problems } of faults) {
        const list = problems.map((problem) => `  - ${problem}`).join("\n");
        console.error(`${file} is no demo yet:\n${list}`);
      }
      exampleRuns.prune(demos);
    },
  });

  const house: House = {
    settings,
    logs,
    images,
    workshop,
    findMedia: createFindMedia({ images, bytes, logs, workshop, exampleFiles }),
    uploads,
    runs,
    exampleRuns,
    glimpseOf: (demo) => exampleGlimpse(demo, { exampleRuns, logs }),
    catalogue: live.get,
    setLoaders: live.setLoaders,
    async [Symbol.asyncDispose]() {
      exampleRuns[Symbol.dispose]();
      await runs[Symbol.asyncDispose]();
      await uploads[Symbol.asyncDispose]();
    },
  };
  return house;
}
