import type { Bench } from "../create-bench";
import { followStream } from "../follow-stream";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { processUsage } from "../process-usage";

const events = { full: 5000, small: 50 };

/** Events a second to one viewer, EVERY, beside what a bare server sends over the same transport. */
export const count = defineMeasure({
  workload: "5,000 integers without a pause to one viewer, EVERY, on a socket and over SSE",
  rounds: 7,
  warmUp: true,
  figures: {
    share: { title: "socket: of bare graphql-ws", unit: "×", digits: 2, atLeast: 0.6 },
    rate: { title: "socket: events a second", unit: "/s", atLeast: 22_500 },
    cpu: { title: "socket: server's processor time an event", unit: "ms", digits: 3 },
    sseShare: { title: "SSE: of graphql-js on bare SSE", unit: "×", digits: 2, atLeast: 0.6 },
    sseBytes: { title: "SSE: of the same bytes written without GraphQL", unit: "×", digits: 2 },
    sseRate: { title: "SSE: events a second", unit: "/s", atLeast: 22_500 },
    sseCpu: { title: "SSE: server's processor time an event", unit: "ms", digits: 3 },
  },
  async round(bench) {
    const bare = await countOn(await bench.limit("graphql-ws"), follow, bench);
    const own = await countOn(bench.site, follow, bench);
    const bareSse = await countOn(await bench.limit("graphql-sse"), followStream, bench);
    const bytes = await countOn(await bench.limit("bytes-sse"), followStream, bench);
    const sse = await countOn(bench.site, followStream, bench);
    return {
      share: own.rate / bare.rate,
      ...own,
      sseShare: sse.rate / bareSse.rate,
      sseBytes: sse.rate / bytes.rate,
      sseRate: sse.rate,
      sseCpu: sse.cpu,
    };
  },
});

type Server = { url: string; pid: number };
type Data = { benchCount: { count: number } };

async function countOn(
  { url, pid }: Server,
  following: typeof follow<Data> | typeof followStream<Data>,
  { size }: Bench,
) {
  const wanted = events[size];
  const query = `subscription { benchCount(to: ${wanted}) { count } }`;
  let next = 0;
  const before = await processUsage(pid);
  const began = performance.now();
  await following(`${url}/api/graphql`, query, ({ benchCount }) => {
    if (benchCount.count !== next++) {
      throw new Error(`Expected ${next - 1}; got ${benchCount.count}.`);
    }
  });
  const milliseconds = performance.now() - began;
  if (next !== wanted) throw new Error(`Expected ${wanted} events; got ${next}.`);
  const { cpu } = await processUsage(pid);
  return { rate: (wanted / milliseconds) * 1000, cpu: (cpu - before.cpu) / wanted };
}
