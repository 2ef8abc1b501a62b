import { follow } from "./follow";
import type { Measure } from "./measure";
import { median } from "./statistics";

const events = 5000;
const repeats = 7;
const leastShare = 0.6;

/** Events a second to one viewer, EVERY, as a share of what a bare graphql-ws server sends. */
export const count: Measure = async ({ yieldcast, bare }) => {
  const query = `subscription { benchCount(to: ${events}) { count } }`;
  const shares: number[] = [];
  const rates: number[] = [];
  // The first round warms both up and is not counted.
  for (let round = 0; round <= repeats; round++) {
    const limit = await rate(bare, query);
    const own = await rate(yieldcast, query);
    if (round === 0) continue;
    rates.push(own);
    shares.push(own / limit);
  }
  const share = median(shares);
  return {
    measure: "count",
    workload: `${events.toLocaleString("en")} integers without a pause to one viewer, EVERY, on a socket`,
    result: `${share.toFixed(2)} of bare graphql-ws (${Math.round(median(rates)).toLocaleString("en")} events/s)`,
    spread: `${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}`,
    limit: `at least ${leastShare}`,
    reached: share >= leastShare,
  };
};

async function rate(url: string, query: string): Promise<number> {
  let next = 0;
  const began = performance.now();
  await follow<{ benchCount: { count: number } }>(`${url}/api/graphql`, query, ({ benchCount }) => {
    if (benchCount.count !== next++) {
      throw new Error(`Expected ${next - 1}; got ${benchCount.count}.`);
    }
  });
  if (next !== events) throw new Error(`Expected ${events} events; got ${next}.`);
  return (events / (performance.now() - began)) * 1000;
}
