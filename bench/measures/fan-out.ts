import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { percentile } from "../statistics";

const sizes = { full: { viewers: 200, tokens: 500 }, small: { viewers: 3, tokens: 20 } };
const perSecond = 100;

/** How late the tokens of one run reach each of many viewers. */
export const fanOut = defineMeasure({
  workload: "one run of 500 tokens at 100 a second, 200 viewers, EVERY",
  figures: { late: { title: "p95 lateness", unit: "ms", digits: 1, atMost: 100 } },
  async round({ site, size }) {
    return { late: percentile(await latenesses(site.url, sizes[size]), 0.95) };
  },
});

type Data = { benchTokens: { reply: { delta: string } } };

async function latenesses(site: string, { viewers, tokens }: typeof sizes.full): Promise<number[]> {
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
