import { namesOf } from "@/lib/demo/names";
import { house } from "./house";

/**
 * The text of each demo file, made part of the build: a host may not ship the files themselves. What the
 * query means is said in next.config.js. Asked for its default export alone, Turbopack renames that.
 */
const texts: { readonly [path: string]: () => Promise<{ readonly default: string }> } =
  import.meta.glob("../../demos/*.ts", { query: "?source" });

const dev = process.env.NODE_ENV === "development";

export interface Source {
  /** Such as `demos/count-up.ts`. */
  readonly file: string;
  readonly text: string;
}

/** The file of the demo of this name, where `YIELDCAST_SHOW_SOURCE` lets visitors read it. */
export async function sourceOf(name: string): Promise<Source | undefined> {
  const { YIELDCAST_SHOW_SOURCE: shown } = house().settings;
  if (shown === "never" || (shown === "dev" && !dev)) return undefined;
  for (const [path, load] of Object.entries(texts)) {
    const [, file = "", stem = ""] = /(demos\/([^_/][^/]*)\.ts)$/.exec(path) ?? [];
    if (namesOf(stem).name === name) return { file, text: (await load()).default };
  }
  return undefined;
}
