import { readdirSync } from "node:fs";
import path from "node:path";
import type { Loaders } from "../../../lib/demo/catalogue";
import { root } from "./code-blocks";
import { writeBlocks } from "./written-blocks";

/** The demos that come along, and those that the guides write. */
export async function loadGuidesDemos(): Promise<Loaders> {
  using written = writeBlocks();
  const own = readdirSync(path.join(root, "demos")).filter((name) => /^[^_].*\.ts$/.test(name));
  const files = new Map(own.map((name) => [`demos/${name}`, path.join(root, "demos", name)]));
  for (const name of written.blocks.keys()) {
    if (name.startsWith("demos/")) files.set(name, path.join(written.folder, name));
  }
  const loaders: { [file: string]: Loaders[string] } = {};
  for (const [name, file] of files) {
    // One after another: Jest's modules of Node 20 cannot be linked at the same time.
    const [loaded] = await Promise.allSettled([import(file)]);
    loaders[name] = async () => {
      if (loaded.status === "rejected") throw loaded.reason;
      return loaded.value;
    };
  }
  return loaders;
}
