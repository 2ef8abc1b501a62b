import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** The bytes of all files below a folder; none where there is no such folder. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => statSync(path.join(file.parentPath, file.name), { throwIfNoEntry: false }))
    .reduce((sum, stats) => sum + (stats?.size ?? 0), 0);
}
