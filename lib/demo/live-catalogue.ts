import type { ExampleFiles } from "../store/example-files";
import {
  type Catalogue,
  type ImportedFile,
  importFiles,
  type Loaders,
  makeCatalogue,
} from "./catalogue";
import { exampleFilePaths, fillExampleFiles } from "./fill-example-files";

/** What lies in `demos/`, as it is whenever somebody asks. */
export interface LiveCatalogue {
  /** The same object as before where nothing has changed. */
  get(): Promise<Catalogue>;
  /** Says where the demo files are, anew after each change of them. */
  setLoaders(loaders: Loaders): void;
}

export interface LiveCatalogueOptions {
  loaders: Loaders;
  /** Whether demo files, and those that their examples give, may change while the process lives. */
  watch: boolean;
  exampleFiles: Pick<ExampleFiles, "add" | "stampOf">;
  /** Told of each new one. */
  onChange(catalogue: Catalogue): void;
}

interface Known {
  readonly imported: readonly ImportedFile[];
  /** The files that examples give. */
  readonly paths: readonly string[];
  readonly stamps: readonly string[];
  readonly catalogue: Promise<Catalogue>;
}

export function createLiveCatalogue(options: LiveCatalogueOptions): LiveCatalogue {
  const { watch, exampleFiles, onChange } = options;
  let { loaders } = options;
  let imported: Promise<ImportedFile[]> | undefined;
  let known: Known | undefined;

  async function make(checked: Catalogue): Promise<Catalogue> {
    const catalogue = await fillExampleFiles(checked, exampleFiles);
    onChange(catalogue);
    return catalogue;
  }

  function isCurrent({ imported, paths, stamps }: Known, now: readonly ImportedFile[]): boolean {
    const isSame = (before: ImportedFile, file: ImportedFile | undefined) =>
      file?.file === before.file &&
      file.module === before.module &&
      file.problem === before.problem;
    return (
      now.length === imported.length &&
      imported.every((before, at) => isSame(before, now[at])) &&
      (!watch || paths.every((path, at) => exampleFiles.stampOf(path) === stamps[at]))
    );
  }

  return {
    async get() {
      if (watch || !imported) imported = importFiles(loaders);
      const now = await imported;
      if (known && isCurrent(known, now)) return known.catalogue;
      const checked = makeCatalogue(now);
      const paths = [...checked.demos.values()].flatMap(exampleFilePaths);
      const stamps = paths.map(exampleFiles.stampOf);
      known = { imported: now, paths, stamps, catalogue: make(checked) };
      return known.catalogue;
    },
    setLoaders(next) {
      if (next === loaders) return;
      loaders = next;
      imported = undefined;
    },
  };
}
