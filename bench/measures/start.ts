import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import pidtree from "pidtree";
import { defineMeasure } from "../measure";
import { processUsage } from "../process-usage";

const rests = { full: { settle: 3000, idle: 10_000 }, small: { settle: 0, idle: 300 } };

/** How soon a site that is built already answers after `npm start`, and what it takes at rest. */
export const start = defineMeasure({
  workload:
    "`npm start` of the site with the demos of the bench, which is built already, then its first page, then nothing for 13 s; the time is with npm, memory and processor are of the server alone",
  figures: {
    page: { title: "until the first page is answered", unit: "ms", atMost: 1000 },
    memory: { title: "server's memory at rest", unit: "MB", atMost: 120 },
    npm: { title: "npm's own memory beside it", unit: "MB" },
    idle: { title: "of a core at rest", unit: "%", digits: 2, atMost: 0.3 },
  },
  async round({ site, size }) {
    const { settle, idle } = rests[size];
    const began = performance.now();
    const npm = spawn("npm", ["start"], {
      cwd: site.folder,
      // Nothing of what the bench itself, or Jest, was started with.
      env: {
        ...pick(process.env),
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: "0",
        // As on every site of the bench: it would be at work rather than at rest.
        YIELDCAST_MAX_EXAMPLE_RUNS: "0",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await addressOf(npm.stdout);
    const response = await fetch(url);
    const html = await response.text();
    const page = performance.now() - began;
    const server = (await pidtree(npm.pid ?? 0)).at(-1) ?? 0;
    try {
      if (!response.ok || !html.includes("Integers without a pause")) {
        throw new Error(`The first page was not the gallery: ${response.status}.`);
      }
      await delay(settle);
      const before = await processUsage(server);
      await delay(idle);
      const after = await processUsage(server);
      const all = await processUsage(npm.pid ?? 0);
      return {
        page,
        memory: after.memory / 1e6,
        npm: (all.memory - after.memory) / 1e6,
        idle: ((after.cpu - before.cpu) / idle) * 100,
      };
    } finally {
      const ended = once(npm, "exit");
      process.kill(server, "SIGTERM");
      await ended;
    }
  },
});

function pick({ PATH, HOME }: NodeJS.ProcessEnv): { [name: string]: string | undefined } {
  return { PATH, HOME };
}

/** Where the site is, as it says itself. */
async function addressOf(output: Readable): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error("`npm start` ended before the site was there.");
}
