import { setTimeout as delay } from "node:timers/promises";
import { createTcpProxy } from "../../tests/tcp-proxy";
import { defineMeasure } from "../measure";
import { type WatchedEvent, watchRun } from "../watch-run";

const sizes = {
  full: { clients: 100, steps: 160, latestCut: 4000, downFor: 3000 },
  small: { clients: 8, steps: 20, latestCut: 300, downFor: 300 },
};
const perSecond = 20;

interface Step extends WatchedEvent {
  readonly step: number | null;
  readonly words: { readonly delta: string; readonly reset: boolean } | null;
}

/** How many runs are seen whole by a page's client whose wire is cut while they go on. */
export const cut = defineMeasure({
  workload:
    "100 runs of 160 numbered words at 20 a second, each seen by a client of its own, the one of the pages, through a wire that is dead for 3 s from an instant at random on; half of the clients on sockets and half on event streams, half EVERY and half LATEST; half of the wires break at once and half fall silent before they break",
  figures: {
    whole: { title: "of 100 runs come whole, once and in order", unit: "", atLeast: 100 },
    again: { title: "mean time from the wire's return to the next event", unit: "ms" },
  },
  async round({ site, size }) {
    const { clients } = sizes[size];
    const seen = await Promise.all(
      Array.from({ length: clients }, (_, at) => throughCut(site.url, sizes[size], at)),
    );
    const faults = seen.flatMap(({ fault }) => fault ?? []);
    for (const fault of faults) console.error(fault);
    const again = seen.reduce((sum, each) => sum + each.again, 0) / clients;
    return { whole: (1 - faults.length / clients) * 100, again };
  },
});

/** One run, and what its client made of it. */
async function throughCut(site: string, size: (typeof sizes)["full"], at: number) {
  const { steps, latestCut, downFor } = size;
  await using wire = await createTcpProxy(Number(new URL(site).port));
  const transport = at & 1 ? "sse" : "socket";
  const delivery = at & 2 ? "LATEST" : "EVERY";
  const silent = (at & 4) > 0;
  using run = watchRun<Step>(wire.url, {
    transport,
    delivery,
    field: "benchSteps",
    inputs: `steps: ${steps}, perSecond: ${perSecond}`,
    outputs: "step words { delta reset }",
  });
  await run.next();
  const instant = Math.random() * latestCut;
  await delay(instant);
  if (wire.open === 0) throw new Error("There was nothing to be cut.");
  if (silent) {
    wire.pause();
  } else {
    wire.block();
    wire.cut();
  }
  await delay(downFor);
  if (silent) {
    wire.cut();
    wire.resume();
  } else {
    wire.unblock();
  }
  const back = performance.now();
  const next = run.next().then(() => performance.now() - back);
  const fault = await run.ended.then(
    () => (run.asked < 2 ? "The cut was not felt" : faultOf(run.events, steps, delivery)),
    (error: unknown) => String(error),
  );
  const where = `${transport}, ${delivery}, ${silent ? "silent" : "broken"} ${Math.round(instant)} ms after the first event`;
  return { fault: fault && `${where}: ${fault}.`, again: fault ? 0 : await next };
}

/** What is wrong with what came of a run, if anything is. */
function faultOf(events: readonly Step[], steps: number, delivery: string): string | undefined {
  const every = Array.from({ length: steps }, (_, step) => step);
  const seen = events.flatMap(({ step }) => step ?? []);
  if (delivery === "EVERY" && seen.join() !== every.join()) return `the steps ${seen} came`;
  if (seen.at(-1) !== steps - 1) return `the last step was ${seen.at(-1)}`;
  const yields = events.reduce((sum, event) => sum + event.yields, 0);
  if (yields !== steps) return `${yields} yields came, not ${steps}`;
  const words = events.reduce(
    (text, { words }) => (words?.reset ? words.delta : text + (words?.delta ?? "")),
    "",
  );
  const whole = every.map((step) => `${step} `).join("");
  return words === whole ? undefined : `the text was ${words}`;
}
