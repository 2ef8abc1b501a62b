import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What Node is started with to write a profile of a process into a folder when that ends. Not in
 * `NODE_OPTIONS`: before version 22 Node refuses it there.
 */
export function profiledInto(folder: string): string[] {
  return ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${folder}`];
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/**
 * The functions in which the time went, by their own share of all profiles of a folder, those below them
 * not counted.
 *
 * @returns lines such as `12.3 %  push  …/log.ts:40`, the largest first
 */
export function hottest(folder: string, most = 25): string[] {
  const own = new Map<string, number>();
  let total = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"))) {
    const profile: Profile = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    const names = new Map(
      profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
        id,
        `${functionName || "(anonymous)"}  ${url.split("/").slice(-3).join("/")}:${lineNumber + 1}`,
      ]),
    );
    for (const [at, id] of profile.samples.entries()) {
      const name = names.get(id) ?? "";
      if (name.startsWith("(idle)")) continue;
      const time = profile.timeDeltas[at] ?? 0;
      own.set(name, (own.get(name) ?? 0) + time);
      total += time;
    }
  }
  return [...own]
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`);
}
