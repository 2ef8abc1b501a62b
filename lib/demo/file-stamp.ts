import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/**
 * When a demo's file was changed last, or one of the author's own modules beside it (`_name.ts`), in
 * milliseconds since the epoch. 0 where they cannot be looked at.
 *
 * @param file from the project's folder, such as `demos/count-up.ts`
 */
export function fileStamp(file: string): number {
  try {
    const folder = dirname(resolve(/* turbopackIgnore: true */ process.cwd(), file));
    const names = readdirSync(folder).filter(
      (name) => name === basename(file) || name.startsWith("_"),
    );
    return Math.max(0, ...names.map((name) => statSync(join(folder, name)).mtimeMs));
  } catch {
    return 0;
  }
}
