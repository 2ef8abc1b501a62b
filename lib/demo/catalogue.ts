import { checkDemo, type DemoFault, isFault } from "./check-demo";
import type { Demo } from "./demo";

/** By path as the glob gives it, such as `../demos/count-up.ts`: a function that imports the file. */
export type Loaders = { readonly [path: string]: () => Promise<unknown> };

/** What lies in `demos/`: the demos, in the order of their names, and the files with faults. */
export interface Catalogue {
  readonly demos: ReadonlyMap<string, Demo>;
  readonly faults: readonly DemoFault[];
}

const loadSeconds = 10;

/**
 * Imports and checks every demo file. A broken one never hinders the others.
 *
 * Files whose names begin with `_` are the author's own modules, not demos.
 */
export async function loadCatalogue(loaders: Loaders): Promise<Catalogue> {
  const paths = Object.keys(loaders).filter((path) => !/\/_[^/]*$/.test(path));
  const files = await Promise.all(
    paths.map(async (path) => ({ file: fileOf(path), checked: await load(path, loaders) })),
  );
  const faults: DemoFault[] = [];
  const byName = new Map<string, { file: string; demo: Demo }[]>();
  for (const { file, checked } of files) {
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
        problems: [`Its name "${demo.name}" is also that of ${others.join(", ")}. Rename one of them.`],
      });
    }
  }
  demos.sort((a, b) => (a.name < b.name ? -1 : 1));
  faults.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { demos: new Map(demos.map((demo) => [demo.name, demo])), faults };
}

async function load(path: string, loaders: Loaders): Promise<Demo | DemoFault> {
  const file = fileOf(path);
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_resolve, reject) => {
      const message = `It was not loaded within ${loadSeconds} s: does an await at its top level never end?`;
      timer = setTimeout(() => reject(new Error(message)), loadSeconds * 1000);
    });
    const loaded = await Promise.race([loaders[path]?.(), late]);
    return checkDemo(file, (loaded as { default?: unknown } | undefined)?.default);
  } catch (error) {
    return { file, problems: [importProblem(error)] };
  } finally {
    clearTimeout(timer);
  }
}

function importProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const known = message.startsWith("It was not loaded");
  return known ? message : `It cannot be imported: ${message.trim()}`;
}

function fileOf(path: string): string {
  return path.replace(/^(\.\.?\/)+/, "").replace(/^\//, "");
}
