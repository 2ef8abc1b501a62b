import { dataOf, take } from "../../tests/contract/collect";
import { find, start } from "../../tests/contract/runs";
import { type Subscription, transports } from "../../tests/contract/transport";
import { eventually } from "../../tests/eventually";
import type { Bench } from "../create-bench";
import { defineMeasure } from "../measure";
import { memoryBack } from "../memory-back";
import { peakMemory } from "../peak-memory";
import { processUsage } from "../process-usage";

const sizes = {
  full: { before: 500, strings: 20_000, viewers: 10, most: 30 },
  small: { before: 50, strings: 100, viewers: 2, most: 0 },
};
const length = 50_000;
const logLimit = 128 * 2 ** 20;
const allowed = 16e6;
const MB = 1e6;

interface Data {
  benchStrings: { yields: number; string: { value: string } | null; run: { status: string } };
}

/** What viewers cost that read nothing while much is yielded, and whether it is given back. */
export const slowViewer = defineMeasure({
  workload:
    "strings of 50 kB, 1,000 a second for 20 s, to ten viewers that read nothing (five sockets, five event streams), EVERY; the log is kept for 5 s after the run",
  figures: {
    growth: {
      title: "memory beyond that before, of which the log may take 134",
      unit: "MB",
      atMost: (logLimit + allowed) / MB,
    },
    back: {
      title: "until all but 16 MB of it is given back, after they have left",
      unit: "s",
      digits: 1,
      atMost: 10,
    },
  },
  async round(bench) {
    const { before: few, strings, most } = sizes[bench.size];
    await using site = await bench.startSite({
      YIELDCAST_LOG_MAX_BYTES: `${logLimit}`,
      YIELDCAST_KEEP_SECONDS: "5",
      YIELDCAST_GRACE_SECONDS: "1",
    });
    // Its code is compiled, and the heap as large as it is at work.
    const { id: first } = await start(`BenchStrings(strings: ${few})`, site.url);
    await ended(first, site.url);
    const before = await processUsage(site.pid);
    const { peak, result } = await peakMemory(site.pid, stall(site.url, bench));
    await readOn(result[0], strings);
    for (const viewer of result) viewer.destroy();
    const { seconds } = await memoryBack(site.pid, before.memory + allowed, most);
    return { growth: (peak - before.memory) / MB, back: seconds };
  },
});

/** Viewers that begin to follow a run and then read no more, once that run is over. */
async function stall(url: string, { size }: Bench): Promise<Subscription<Data>[]> {
  const { strings, viewers } = sizes[size];
  const { id } = await start(`BenchStrings(strings: ${strings}, length: ${length})`, url);
  const document = `subscription { benchStrings(run: "${id}") { yields string { value } run { status } } }`;
  const stalled = await Promise.all(
    Array.from({ length: viewers }, async (_, at) => {
      const viewer = transports[at % transports.length]?.subscribe<Data>(document, { url });
      if (!viewer) throw new Error("There is no transport.");
      viewer.resume();
      await take(viewer, 1);
      viewer.pause();
      return viewer;
    }),
  );
  await ended(id, url);
  return stalled;
}

async function ended(id: string, url: string): Promise<void> {
  await eventually(
    () => find(id, url),
    (run) => run?.status === "DONE",
    60,
  );
}

/** What was folded meanwhile comes as a state; all else comes once, in order, to the last one. */
async function readOn(viewer: Subscription<Data> | undefined, strings: number): Promise<void> {
  if (!viewer) return;
  viewer.resume();
  let seen = -1;
  let yields = 0;
  let status = "";
  for await (const result of viewer) {
    const { benchStrings } = dataOf(result);
    status = benchStrings.run.status;
    yields = benchStrings.yields;
    if (!benchStrings.string) continue;
    const { value } = benchStrings.string;
    const number = Number.parseInt(value, 10);
    if (value.length !== length) throw new Error(`A string has ${value.length} characters.`);
    if (yields === 1 ? number !== seen + 1 && seen >= 0 : number <= seen) {
      throw new Error(`The string ${number} came after ${seen}.`);
    }
    seen = number;
  }
  if (status !== "DONE" || seen !== strings - 1) {
    throw new Error(`The last of ${strings} strings was ${seen}, and the run is ${status}.`);
  }
}
