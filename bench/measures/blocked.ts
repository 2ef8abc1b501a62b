import { dataOf } from "../../tests/contract/collect";
import { cancel } from "../../tests/contract/runs";
import { type Subscription, transports } from "../../tests/contract/transport";
import { defineMeasure } from "../measure";

interface Data {
  benchBlocked: { began: number | null; run: Run };
}
interface Run {
  id: string;
  key: string;
  status: string;
}

const grace = 1000;
const waits = { full: 28_000, small: 10_000 };

/** How long a run that heeds nothing keeps its place after it was stopped, or left by its viewer. */
export const blocked = defineMeasure({
  workload:
    "a run in a wait of 28 s that heeds nothing, in a demo that runs one at a time, and one more behind it; the first is stopped, or its viewer leaves and the grace period is 1 s; over a socket and over SSE, of which the slower counts",
  figures: {
    stop: { title: "from Stop to the next one's first yield", unit: "ms", atMost: 100 },
    grace: { title: "from the grace period's end to it", unit: "ms", atMost: 100 },
    wait: { title: "the next one's wait after the viewer has left", unit: "ms" },
  },
  async round({ size, startSite }) {
    await using site = await startSite({ YIELDCAST_GRACE_SECONDS: `${grace / 1000}` });
    const call = `benchBlocked(milliseconds: ${waits[size]})`;
    const document = `subscription { ${call} { began run { id key status } } }`;
    const stops: number[] = [];
    const waited: number[] = [];
    for (const { subscribe } of transports) {
      const begin = () => subscribe<Data>(document, { url: site.url });
      const stop = (run: Run) => cancel(run, site.url);
      stops.push(await waitBehind(begin, stop, (run) => void stop(run)));
      waited.push(await waitBehind(begin, stop, (_run, viewer) => viewer.destroy()));
    }
    const wait = Math.max(...waited);
    return { stop: Math.max(...stops), grace: wait - grace, wait };
  },
});

/** Milliseconds from the freeing of a place to the first yield of the run that waited for it. */
async function waitBehind(
  begin: () => Subscription<Data>,
  stop: (run: Run) => Promise<unknown>,
  free: (run: Run, viewer: Subscription<Data>) => void,
): Promise<number> {
  const first = begin();
  const { run } = await until(first, ({ began }) => began !== null);
  const next = begin();
  const waiting = await until(next, () => true);
  if (waiting.run.status !== "QUEUED") throw new Error(`The next one is ${waiting.run.status}.`);
  const freed = Date.now();
  free(run, first);
  const { began } = await until(next, (event) => event.began !== null);
  if (began === null) throw new Error("It did not say when it began.");
  await stop(waiting.run);
  first.destroy();
  next.destroy();
  return began - freed;
}

async function until(
  viewer: Subscription<Data>,
  isSo: (event: Data["benchBlocked"]) => boolean,
): Promise<Data["benchBlocked"]> {
  for (;;) {
    const { value, done } = await viewer.next();
    if (done) throw new Error("The run ended before it was so.");
    const event = dataOf(value).benchBlocked;
    if (isSo(event)) return event;
  }
}
