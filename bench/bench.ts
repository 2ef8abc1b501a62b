import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createBench } from "./create-bench";
import { createGradioPeer } from "./gradio/create-gradio-peer";
import type { Measure } from "./measure";
import { pageMeasures } from "./measures/page";
import { wireMeasures } from "./measures/wire";
import { toPlot } from "./plot";
import { hottest, profiledInto } from "./profile";
import { isReached, toTable, toWorkloads } from "./report";
import { type Result, runMeasure } from "./run-measure";

const measures: { [name: string]: Measure } = { ...wireMeasures, ...pageMeasures };

const { values: asked, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { gradio: { type: "boolean" }, profile: { type: "boolean" } },
});
const unknown = names.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(
    `There is no measure ${unknown.join(", ")}. There are: ${Object.keys(measures).join(", ")}.`,
  );
  process.exit(1);
}

const profiles = path.resolve(".yieldcast/profiles");
rmSync(profiles, { recursive: true, force: true });
mkdirSync(profiles, { recursive: true });

const gradio = asked.gradio ? createGradioPeer() : undefined;
const results: Result[] = [];
{
  await using bench = await createBench({
    size: "full",
    name: "bench",
    // The page that is measured cold is one of the demos that come with the project.
    demos: ["demos", "bench/demos"],
    ...(asked.profile ? { flags: profiledInto(profiles) } : {}),
  });
  for (const [name, measure] of Object.entries(measures)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`${name} …`);
    const result = await runMeasure(name, measure, bench, gradio?.round(name));
    if (result.failure) console.error(`${name} failed: ${result.failure}`);
    else console.log(`${toTable([result], gradio?.version)}\n`);
    results.push(result);
  }
}

const table = toTable(results, gradio?.version);
console.log(`\n${table}\n`);
if (asked.profile) {
  console.log(
    `${hottest(profiles).join("\n")}\n\nChrome's developer tools open the profiles in ${profiles}.`,
  );
}
if (names.length === 0 && !asked.profile) {
  writeFileSync("bench/results.md", report(table));
  writeFileSync("bench/results.svg", await toPlot(results));
}
if (results.some(({ failure, found }) => failure || !found.every(isReached))) process.exitCode = 1;

function report(figures: string): string {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const versions = ["next", "graphql", "graphql-yoga", "graphql-ws", "ws"].map(
    (name) => `${name} ${dependencies[name]}`,
  );
  const beside = gradio
    ? `

Gradio ${gradio.version}, on Python ${gradio.python}, did one round of the same workloads, each in a process of its own, with its limits lifted: no longest queue, no most runs at once, 1,000 threads. It has one transport (SSE) and one delivery (each yield), so one figure of it may stand beside two. It keeps the files that it was given unless \`delete_cache\` says otherwise, which is not set. An empty cell is something that it does not do, or that cannot be told of it.`
    : "";
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `# Measured

Written by \`npm run bench\` from one run, on ${os.cpus().length} cores of ${os.cpus()[0]?.model ?? "an unknown processor"}, ${memory} GiB, ${os.type()}, Node ${process.version}, ${versions.join(", ")}. The server, the limits that stand beside it and the client are processes of their own. Times depend on the machine; shares are of a limit that was measured in the same round.${beside}

![How far each figure is from what it must be](results.svg)

${figures}

${toWorkloads(results)}
`;
}
