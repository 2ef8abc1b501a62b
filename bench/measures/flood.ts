import { dataOf } from "../../tests/contract/collect";
import { subscribeOverSocket } from "../../tests/contract/over-socket";
import type { Site } from "../../tests/site";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { peakMemory } from "../peak-memory";
import { processUsage } from "../process-usage";
import { percentile } from "../statistics";

const sizes = { full: 2000, small: 20 };
const milliseconds = 10;

interface Data {
  benchJob: { answer: number | null; run: { status: string; position: number | null } };
}

/** What it costs that many ask for the same at once, and what that is for somebody who watches another run. */
export const flood = defineMeasure({
  workload:
    "2,000 viewers, each on a socket of its own, ask at once for a job of 10 ms of a demo that runs one at a time, and are told their place in its queue; a viewer of another run, at 100 tokens a second, beside them",
  figures: {
    seconds: {
      title: "until all have their answer (at best 20)",
      unit: "s",
      digits: 1,
      atMost: 30,
    },
    memory: { title: "memory beyond that before", unit: "MB", atMost: 150 },
    late: { title: "p95 lateness of the other viewer's tokens", unit: "ms", atMost: 200 },
    cpu: { title: "server's processor time a run", unit: "ms", digits: 2 },
    growth: { title: "the same, of that with 500 runs", unit: "×", digits: 2, atMost: 1.5 },
  },
  async round({ size, startSite }) {
    const runs = sizes[size];
    await using site = await startSite({ YIELDCAST_MAX_QUEUED: `${runs}` });
    await flooded(site, runs / 10); // the code is compiled now
    const few = await flooded(site, runs / 4);
    const many = await flooded(site, runs);
    return { ...many, growth: many.cpu / few.cpu };
  },
});

async function flooded(site: Site, runs: number) {
  const other = watchOther(site.url);
  await other.begun;
  const before = await processUsage(site.pid);
  const began = performance.now();
  const all = Promise.all(Array.from({ length: runs }, () => ask(site.url)));
  const { peak } = await peakMemory(site.pid, all);
  const seconds = (performance.now() - began) / 1000;
  const { cpu } = await processUsage(site.pid);
  return {
    seconds,
    memory: (peak - before.memory) / 1e6,
    late: percentile(await other.leave(), 0.95),
    cpu: (cpu - before.cpu) / runs,
  };
}

/** One run, whose place never grows, to its one answer. */
async function ask(site: string): Promise<void> {
  const document = `subscription { benchJob(milliseconds: ${milliseconds}) { answer run { status position etaSeconds } } }`;
  let place = Number.POSITIVE_INFINITY;
  let answers = 0;
  let status = "";
  await follow<Data>(`${site}/api/graphql`, document, ({ benchJob: { answer, run } }) => {
    status = run.status;
    if (run.position !== null && run.position > place) throw new Error("A place has grown.");
    place = run.position ?? 0;
    if (answer === 42) answers++;
  });
  if (answers !== 1 || status !== "DONE") throw new Error(`${answers} answers; it is ${status}.`);
}

/** Watches a run that goes on until it is left, and notes how late each of its tokens is. */
function watchOther(url: string) {
  const late: number[] = [];
  const viewer = subscribeOverSocket<{ benchTokens: { reply: { delta: string } | null } }>(
    "subscription { benchTokens(tokens: 100000, perSecond: 100) { reply { delta } } }",
    { url },
  );
  let over = false;
  let fault: unknown;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const reading = (async () => {
    for await (const result of viewer) {
      if (over) return;
      const now = performance.timeOrigin + performance.now();
      late.push(now - Number(dataOf(result).benchTokens.reply?.delta));
      begin();
    }
  })().catch((error: unknown) => {
    fault = over ? undefined : error;
    begin();
  });
  return {
    begun,
    async leave() {
      over = true;
      viewer.destroy();
      await reading;
      if (fault !== undefined) throw fault;
      return late;
    },
  };
}
