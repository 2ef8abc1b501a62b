import { follow } from "./follow";
import type { Measure } from "./measure";
import { median, percentile } from "./statistics";

const viewers = 200;
const tokens = 500;
const perSecond = 100;
const repeats = 3;
const mostMilliseconds = 100;

/** How late the tokens of one run reach each of many viewers. */
export const fanOut: Measure = async ({ yieldcast }) => {
  const late: number[] = [];
  for (let round = 0; round < repeats; round++)
    late.push(percentile(await latenesses(yieldcast), 0.95));
  const result = median(late);
  return {
    measure: "fan-out",
    workload: `one run of ${tokens} tokens at ${perSecond} a second, ${viewers} viewers, EVERY`,
    result: `p95 ${result.toFixed(1)} ms late`,
    spread: `${Math.min(...late).toFixed(1)} to ${Math.max(...late).toFixed(1)} ms`,
    limit: `at most ${mostMilliseconds} ms`,
    reached: result <= mostMilliseconds,
  };
};

type Data = { benchTokens: { reply: { delta: string } } };

async function latenesses(site: string): Promise<number[]> {
  const url = `${site}/api/graphql`;
  const start = `mutation { startBenchTokens(tokens: ${tokens}, perSecond: ${perSecond}) { id } }`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: start }),
  });
  const { data } = await response.json();
  const query = `subscription { benchTokens(run: "${data.startBenchTokens.id}") { reply { delta } } }`;
  const late: number[] = [];
  const watch = async () => {
    let received = 0;
    const joined = performance.timeOrigin + performance.now();
    await follow<Data>(url, query, ({ benchTokens }) => {
      const now = performance.timeOrigin + performance.now();
      const yielded = Number(benchTokens.reply.delta);
      received++;
      // What was yielded before the viewer came is not late.
      if (yielded > joined + 1000) late.push(now - yielded);
    });
    if (received !== tokens) throw new Error(`A viewer got ${received} of ${tokens} tokens.`);
  };
  await Promise.all(Array.from({ length: viewers }, watch));
  return late;
}
