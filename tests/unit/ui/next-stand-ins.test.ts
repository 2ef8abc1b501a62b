import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import { NEXT_NAV_DEPLOYMENT_ID_HEADER as ofNext } from "next/dist/lib/constants";
import { NEXT_NAV_DEPLOYMENT_ID_HEADER } from "@/app/_ui/next/constants";
import config from "../../../next.config.js";

const dist = path.resolve("node_modules/next/dist");

/** What Next's browser is made of, as it lies in its package. */
const files = readdirSync(path.join(dist, "client"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js"))
  .map((file) => path.join(dist, "client", file));

/** By the words with which Next asks for one of its own files: what the browser is given instead. */
const standIns = Object.entries(config.turbopack?.resolveAlias ?? {}).flatMap(([words, place]) =>
  words.startsWith(".") && typeof place === "object" && "browser" in place
    ? [{ words, standIn: String(place.browser) }]
    : [],
);

/** Where `words` stand in Next's files, and the file that they mean there. */
function askersOf(words: string) {
  return files.flatMap((file) => {
    const source = readFileSync(file, "utf8");
    const [, name] = new RegExp(`(?:const (\\w+) = )?require\\("${words}"\\)`).exec(source) ?? [];
    if (!source.includes(`require("${words}")`)) return [];
    const uses = name ? [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))] : [];
    return [{ meant: path.resolve(file, "..", words), uses: uses.map(([, use]) => use) }];
  });
}

describe("what stands in the place of Next's own files", () => {
  it.each(standIns)("is meant wherever Next's browser asks for $words", ({ words, standIn }) => {
    const askers = askersOf(words);
    expect(askers).not.toEqual([]);
    const meant = new Set(askers.map((asker) => path.relative(dist, asker.meant)));
    expect([...meant]).toHaveLength(1);
    // The page router's own, which no page here has.
    if (path.basename(standIn) === "polyfills.ts") return;
    expect(path.parse(standIn).name).toBe(path.basename([...meant][0] ?? ""));
  });

  it.each(standIns)("has all that is asked of $words", ({ words, standIn }) => {
    const source = readFileSync(standIn, "utf8");
    const offered = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
    for (const { uses } of askersOf(words)) {
      expect(offered).toEqual(expect.arrayContaining(uses));
    }
  });

  it("calls the header as Next does", () => {
    expect(NEXT_NAV_DEPLOYMENT_ID_HEADER).toBe(ofNext);
  });
});
