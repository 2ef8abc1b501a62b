import {
  type Catalogue,
  type ImportedFile,
  importFiles,
  type Loaders,
  makeCatalogue,
} from "./demo/catalogue";
import type { Demo } from "./demo/demo";
import { fileStamp } from "./demo/file-stamp";
import type { RunGlimpse } from "./demo/glimpse";
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
import type { LogStore } from "./store/log-store";
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
  const bytes = createMemoryByteStore();
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
  const uploads = createDiskUploadStore({
    parent: settings.YIELDCAST_UPLOADS_FOLDER,
    maxBytes: settings.YIELDCAST_MAX_UPLOAD_BYTES,
    maxTotalBytes: settings.YIELDCAST_MAX_UPLOADS_TOTAL_BYTES,
    maxCount: settings.YIELDCAST_MAX_UPLOADS,
    keepSeconds: settings.YIELDCAST_UPLOAD_KEEP_SECONDS,
    probe: probeFile,
  });
  let current = loaders;
  let imported: Promise<ImportedFile[]> | undefined;
  let known: { files: ImportedFile[]; catalogue: Catalogue } | undefined;

  /** The same object as before where no file has become another module. */
  function catalogueOf(files: ImportedFile[]): Catalogue {
    const same =
      files.length === known?.files.length &&
      known.files.every((before, at) => {
        const now = files[at];
        return (
          now?.file === before.file &&
          now.module === before.module &&
          now.problem === before.problem
        );
      });
    if (known && same) return known.catalogue;
    const catalogue = makeCatalogue(files);
    for (const { file, problems } of catalogue.faults) {
      console.error(
        `${file} is no demo yet:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
      );
    }
    known = { files, catalogue };
    exampleRuns.prune(catalogue.demos);
    return catalogue;
  }

  const runs = createRuns({
    settings,
    logs,
    bytes,
    uploads,
    findDemo: async (name) => (await house.catalogue()).demos.get(name),
  });
  const exampleRuns = createExampleRuns({
    runs,
    uploads,
    most: settings.YIELDCAST_MAX_EXAMPLE_RUNS,
    // The file may be newer than what was imported of it, for the moment that the bundler takes.
    stampOf: ({ file, code }) => (watch ? `${fileStamp(file)} ${code}` : ""),
  });

  const house: House = {
    settings,
    logs,
    images,
    workshop,
    findMedia: createFindMedia({ images, bytes, logs, workshop }),
    uploads,
    runs,
    exampleRuns,
    glimpseOf: (demo) => exampleGlimpse(demo, { exampleRuns, logs }),
    async catalogue() {
      if (watch || !imported) imported = importFiles(current);
      return catalogueOf(await imported);
    },
    setLoaders(next) {
      if (next === current) return;
      current = next;
      imported = undefined;
    },
    async [Symbol.asyncDispose]() {
      exampleRuns[Symbol.dispose]();
      await runs[Symbol.asyncDispose]();
      await uploads[Symbol.asyncDispose]();
    },
  };
  return house;
}
