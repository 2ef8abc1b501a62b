import { readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { namesOf } from "../lib/demo/names";

/**
 * The declaration by which pages know the names and types of demos. It imports types alone: what the files
 * do never comes into a browser.
 *
 * @param files as they lie in `demos/`: `fake-diffusion.ts`
 */
export function demoTypes(files: readonly string[]): string {
  const byName = new Map<string, string>();
  for (const file of [...files].sort()) {
    const [, stem] = /^([^_.][^.]*)\.ts$/.exec(file) ?? [];
    if (stem === undefined) continue;
    const { name } = namesOf(stem);
    if (!byName.has(name)) byName.set(name, stem);
  }
  const rows = [...byName].map(([name, stem]) => {
    const key = /^[a-z]\w*$/.test(name) ? name : JSON.stringify(name);
    return `  ${key}: typeof import("./demos/${stem}").default;\n`;
  });
  return `// Written by \`npm run dev\` and \`npm run schema\` from the files in demos/.

/** The demos, for \`useDemo\`: by name, what each file exports. */
export interface Demos {
${rows.join("")}}

/** Their names, for the compiler's errors. */
export type DemoList =
  "${[...byName.keys()].join(", ")}";
`;
}

/** Writes `demos.d.ts`, where that is not what it should be. */
export function writeDemoTypes(root: string): void {
  const file = path.join(root, "demos.d.ts");
  const types = demoTypes(readdirSync(path.join(root, "demos")));
  if (read(file) !== types) writeFileSync(file, types);
}

/** Writes `demos.d.ts` now, and whenever a demo has come or gone. Does not keep the process going. */
export function keepDemoTypes(root: string): Disposable {
  const write = () => {
    try {
      writeDemoTypes(root);
    } catch (error) {
      // Nothing is served by it, so nothing shall fail of it.
      console.warn(
        `demos.d.ts is not up to date: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
  write();
  const watcher = watch(path.join(root, "demos"), { persistent: false }, (change) => {
    if (change === "rename") write();
  });
  watcher.on("error", () => {});
  return { [Symbol.dispose]: () => watcher.close() };
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
