import { startCrowd } from "../clients/start-crowd";
import type { Size } from "../create-bench";
import { defineMeasure } from "../measure";

const perSecond = 100;

/** How long a text takes that comes at a steady rate, where many ask at once. */
export const tokens = defineMeasure({
  workload: "500 tokens at 100 a second (5 s), each client its own run, all at once, on sockets",
  figures: {
    seconds1: { title: "mean time, 1 client", unit: "s", digits: 2, atMost: 5.1 },
    seconds10: { title: "mean time, 10 clients", unit: "s", digits: 2, atMost: 5.1 },
    seconds50: { title: "mean time, 50 clients", unit: "s", digits: 2, atMost: 5.1 },
    seconds100: { title: "mean time, 100 clients", unit: "s", digits: 2, atMost: 5.1 },
    seconds200: { title: "mean time, 200 clients", unit: "s", digits: 2, atMost: 5.1 },
    seconds250: { title: "mean time, 250 clients", unit: "s", digits: 2, atMost: 5.5 },
    latest500: { title: "mean time, 500 clients, LATEST", unit: "s", digits: 2, atMost: 5.1 },
    late10: { title: "p95 lateness, 10 clients", unit: "ms", digits: 1, atMost: 5 },
    late100: { title: "p95 lateness, 100 clients", unit: "ms", digits: 1, atMost: 50 },
  },
  async round(bench) {
    // Half a million entries in the logs of a thousand runs would be a burden on what is measured next.
    await using own = bench.size === "full" ? await bench.startSite() : undefined;
    const site = own ?? bench.site;
    const ask = (clients: number, delivery = "EVERY") =>
      follow({ site, size: bench.size, clients, delivery });
    const one = await ask(1);
    const ten = await ask(10);
    const fifty = await ask(50);
    const hundred = await ask(100);
    return {
      seconds1: one.seconds,
      seconds10: ten.seconds,
      seconds50: fifty.seconds,
      seconds100: hundred.seconds,
      seconds200: (await ask(200)).seconds,
      seconds250: (await ask(250)).seconds,
      latest500: (await ask(500, "LATEST")).seconds,
      late10: ten.late,
      late100: hundred.late,
    };
  },
});

interface Asked {
  site: { url: string };
  size: Size;
  clients: number;
  delivery: string;
}

async function follow({ site, size, clients, delivery }: Asked) {
  const isFull = size === "full";
  const wanted = isFull ? 500 : 5;
  using crowd = await startCrowd({ url: site.url, size: isFull ? clients : 2 });
  const given = `tokens: ${wanted}, perSecond: ${perSecond}, delivery: ${delivery}`;
  return await crowd.follow(`subscription { benchTokens(${given}) { reply { delta } } }`, wanted);
}
