import { startCrowd } from "../clients/start-crowd";
import type { Bench } from "../create-bench";
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
    const one = await ask(bench, 1);
    const ten = await ask(bench, 10);
    const fifty = await ask(bench, 50);
    const hundred = await ask(bench, 100);
    return {
      seconds1: one.seconds,
      seconds10: ten.seconds,
      seconds50: fifty.seconds,
      seconds100: hundred.seconds,
      seconds200: (await ask(bench, 200)).seconds,
      seconds250: (await ask(bench, 250)).seconds,
      latest500: (await ask(bench, 500, "LATEST")).seconds,
      late10: ten.late,
      late100: hundred.late,
    };
  },
});

async function ask({ site, size }: Bench, clients: number, delivery = "EVERY") {
  const wanted = size === "full" ? 500 : 5;
  using crowd = await startCrowd({ url: site.url, size: size === "full" ? clients : 2 });
  const given = `tokens: ${wanted}, perSecond: ${perSecond}, delivery: ${delivery}`;
  return await crowd.follow(`subscription { benchTokens(${given}) { reply { delta } } }`, wanted);
}
