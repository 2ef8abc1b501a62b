import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { createSite } from "../tests/site";
import { count } from "./count";
import { fanOut } from "./fan-out";
import { firstFrame, firstSound } from "./first-seen";
import type { Measure, Row } from "./measure";

const measures: { [name: string]: Measure } = {
  count,
  "fan-out": fanOut,
  "first-sound": firstSound,
  "first-frame": firstFrame,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length > 0) {
  console.error(
    `There is no measure ${unknown.join(", ")}. There are: ${Object.keys(measures).join(", ")}.`,
  );
  process.exit(1);
}

const bare = fork(".yieldcast/bare-server.mjs");
const [port] = await once(bare, "message");
const site = await createSite({ name: "bench", demos: ["bench/demos"], mode: "production" });
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`${name} …`);
    rows.push(await measure({ yieldcast: site.url, bare: `http://127.0.0.1:${port}` }));
  }
} finally {
  await site[Symbol.asyncDispose]();
  bare.disconnect();
}

const table = [
  "| measure | workload | median | spread | must reach | |",
  "| --- | --- | --- | --- | --- | --- |",
  ...rows.map(
    ({ measure, workload, result, spread, limit, reached }) =>
      `| ${measure} | ${workload} | ${result} | ${spread} | ${limit} | ${reached ? "✓" : "✗"} |`,
  ),
].join("\n");
console.log(`\n${table}\n`);
if (wanted.length === 0) writeFileSync("bench/results.md", report(table));
if (rows.some(({ reached }) => !reached)) process.exitCode = 1;

function report(results: string): string {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const versions = ["next", "graphql", "graphql-yoga", "graphql-ws"].map(
    (name) => `${name} ${dependencies[name]}`,
  );
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `# Measured

Written by \`npm run bench\` from one run, on ${os.cpus().length} cores of ${os.cpus()[0]?.model ?? "an unknown processor"}, ${memory} GiB, ${os.type()}, Node ${process.version}, ${versions.join(", ")}. The server, the bare server and the client are processes of their own. Times depend on the machine; the shares are of a limit measured in the same run.

${results}
`;
}
