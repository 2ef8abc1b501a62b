import type { Bench } from "../create-bench";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { processUsage } from "../process-usage";

const events = { full: 5000, small: 50 };

/** Events a second to one viewer, EVERY, beside what a bare graphql-ws server sends. */
export const count = defineMeasure({
  workload: "5,000 integers without a pause to one viewer, EVERY",
  rounds: 7,
  warmUp: true,
  figures: {
    share: { title: "of bare graphql-ws", unit: "×", digits: 2, atLeast: 0.6 },
    rate: { title: "events a second", unit: "/s", atLeast: 22_500 },
    cpu: { title: "server's processor time an event", unit: "ms", digits: 3 },
  },
  async round(bench) {
    const limit = await bench.limit("graphql-ws");
    const bare = await countOn(limit, bench);
    const own = await countOn(bench.site, bench);
    return { share: own.rate / bare.rate, ...own };
  },
});

async function countOn({ url, pid }: { url: string; pid: number }, { size }: Bench) {
  const wanted = events[size];
  const query = `subscription { benchCount(to: ${wanted}) { count } }`;
  let next = 0;
  const before = await processUsage(pid);
  const began = performance.now();
  await follow<{ benchCount: { count: number } }>(`${url}/api/graphql`, query, ({ benchCount }) => {
    if (benchCount.count !== next++) {
      throw new Error(`Expected ${next - 1}; got ${benchCount.count}.`);
    }
  });
  const milliseconds = performance.now() - began;
  if (next !== wanted) throw new Error(`Expected ${wanted} events; got ${next}.`);
  const { cpu } = await processUsage(pid);
  return { rate: (wanted / milliseconds) * 1000, cpu: (cpu - before.cpu) / wanted };
}
