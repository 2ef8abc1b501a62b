import { checkDemo, type DemoFault, isFault } from "./check-demo";
import type { Demo } from "./demo";

/** By path as the glob gives it, such as `../demos/count-up.ts`: a function that imports the file. */
export type Loaders = { readonly [path: string]: () => Promise<unknown> };

/** What lies in `demos/`: the demos, in the order of their names, and the files with faults. */
export interface Catalogue {
  readonly demos: ReadonlyMap<string, Demo>;
  readonly faults: readonly DemoFault[];
}

/** One demo file's module, or why it cannot be imported. */
export interface ImportedFile {
  /** Such as `demos/count-up.ts`. */
  readonly file: string;
  readonly module: unknown;
  readonly problem: string | undefined;
}

const loadSeconds = 10;
/** Loaders that once took too long are not waited for again. */
const hanging = new WeakSet<() => Promise<unknown>>();

/**
 * Imports every demo file. A broken one never hinders the others.
 *
 * Files whose names begin with `_` are the author's own modules, not demos.
 */
export async function importFiles(loaders: Loaders): Promise<ImportedFile[]> {
  const files = Object.entries(loaders).filter(([path]) => !/\/_[^/]*$/.test(path));
  return Promise.all(
    files.map(([path, load]) => importFile(path.replace(/^(\.{0,2}\/)+/, ""), load)),
  );
}

/** Checks what was imported. */
export function makeCatalogue(imported: readonly ImportedFile[]): Catalogue {
  const faults: DemoFault[] = [];
  const byName = new Map<string, { file: string; demo: Demo }[]>();
  for (const { file, module, problem } of imported) {
    const checked =
      problem === undefined
        ? checkDemo(file, (module as { default?: unknown } | undefined)?.default)
        : { file, problems: [problem] };
    if (isFault(checked)) {
      faults.push(checked);
      continue;
    }
    // `fooBar.ts` and `foo-bar.ts`, and by their GraphQL names also `foo-1.ts` and `foo1.ts`, are one.
    const same = byName.get(checked.type.toLowerCase()) ?? [];
    byName.set(checked.type.toLowerCase(), [...same, { file, demo: checked }]);
  }
  const demos: Demo[] = [];
  for (const same of byName.values()) {
    const [only] = same;
    if (only && same.length === 1) {
      demos.push(only.demo);
      continue;
    }
    for (const { file, demo } of same) {
      const others = same.filter((other) => other.file !== file).map((other) => other.file);
      faults.push({
        file,
        problems: [
          `Its name "${demo.name}" is also that of ${others.join(", ")}. Rename one of them.`,
        ],
      });
    }
  }
  demos.sort((a, b) => (a.name < b.name ? -1 : 1));
  faults.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { demos: new Map(demos.map((demo) => [demo.name, demo])), faults };
}

async function importFile(file: string, load: () => Promise<unknown>): Promise<ImportedFile> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ImportedFile>((resolve) => {
    const problem = `It was not loaded within ${loadSeconds} s: does an await at its top level never end?`;
    timer = setTimeout(
      () => {
        hanging.add(load);
        resolve({ file, module: undefined, problem });
      },
      hanging.has(load) ? 0 : loadSeconds * 1000,
    );
  });
  const loaded = Promise.resolve()
    .then(load)
    .then(
      (module): ImportedFile => ({ file, module, problem: undefined }),
      (error: unknown): ImportedFile => {
        const message = error instanceof Error ? error.message : String(error);
        return { file, module: undefined, problem: `It cannot be imported: ${message.trim()}` };
      },
    );
  return Promise.race([loaded, late]).finally(() => clearTimeout(timer));
}
