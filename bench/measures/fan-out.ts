import { setTimeout as pause } from "node:timers/promises";
import { type StartedCrowd, startCrowd } from "../clients/start-crowd";
import type { Bench } from "../create-bench";
import { defineMeasure } from "../measure";
import { processUsage } from "../process-usage";

const sizes = {
  full: { viewers: 1000, tokens: 300, wait: 3 },
  small: { viewers: 3, tokens: 20, wait: 0.5 },
};
const perSecond = 100;

/** How late the tokens of one run reach each of many viewers, and what each costs. */
export const fanOut = defineMeasure({
  workload:
    "one run of 300 tokens at 100 a second, 1,000 viewers, each on a socket of its own, EVERY; each token is its own instant, and its lateness is from there to its reading",
  figures: {
    late: { title: "p95 lateness", unit: "ms", digits: 1, atMost: 100 },
    cpu: {
      title: "processor time a delivered event, of a bare ws broadcast's",
      unit: "×",
      digits: 2,
      atMost: 2,
    },
    cpuEach: { title: "processor time a delivered event", unit: "µs", digits: 1 },
    bareLate: { title: "p95 lateness of the bare broadcast", unit: "ms", digits: 1 },
  },
  async round(bench) {
    const size = sizes[bench.size];
    const bare = await broadcast(bench, size);
    const own = await watch(bench, size);
    return {
      late: own.late,
      // So few that the clock does not tell them cost nothing: in a small round.
      cpu: own.cpu / (bare.cpu || Number.MIN_VALUE),
      cpuEach: own.cpu,
      bareLate: bare.late,
    };
  },
});

type Size = (typeof sizes)["full"];

async function watch({ site }: Bench, { viewers, tokens, wait }: Size) {
  using crowd = await startCrowd({ url: site.url, size: viewers });
  const given = `tokens: ${tokens}, perSecond: ${perSecond}, wait: ${wait}`;
  const started = await ask(site.url, `mutation { startBenchTokens(${given}) { id } }`);
  const { id } = started.startBenchTokens;
  const query = `subscription { benchTokens(run: "${id}") { reply { delta } } }`;
  const come = async () => (await ask(site.url, `{ run(id: "${id}") { viewers } }`)).run.viewers;
  return await measured({ crowd, pid: site.pid, query, tokens, viewers, come });
}

/** The same bytes, sent by `ws` alone. */
async function broadcast(bench: Bench, { viewers, ...task }: Size) {
  const { url, pid } = await bench.limit("broadcast");
  using crowd = await startCrowd({ url, size: viewers });
  const query = JSON.stringify({ ...task, perSecond });
  const come = async () => Number(await (await fetch(url)).text());
  return await measured({ crowd, pid, query, tokens: task.tokens, viewers, come });
}

interface Watched {
  crowd: StartedCrowd;
  pid: number;
  query: string;
  tokens: number;
  viewers: number;
  /** How many watch already. */
  come(): Promise<number>;
}

/** What is done while viewers come is not counted: it is done once, whatever is sent then. */
async function measured({ crowd, pid, query, tokens, viewers, come }: Watched) {
  const following = crowd.follow(query, tokens);
  await Promise.race([following, allThere(come, viewers)]);
  const before = await processUsage(pid);
  const at = performance.timeOrigin + performance.now();
  const { late, events, firstAt } = await following;
  if (firstAt < at) throw new Error("The first token was sent before all viewers were there.");
  const { cpu } = await processUsage(pid);
  return { late, cpu: ((cpu - before.cpu) * 1000) / events };
}

/** What comes too late is told by the instant of the first token. */
async function allThere(come: () => Promise<number>, viewers: number): Promise<void> {
  for (let tries = 0; tries < 500 && (await come()) < viewers; tries++) await pause(20);
}

async function ask(site: string, query: string) {
  const response = await fetch(`${site}/api/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
