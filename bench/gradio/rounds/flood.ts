import { setTimeout as delay } from "node:timers/promises";
import { peakMemory } from "../../peak-memory";
import { processUsage } from "../../process-usage";
import { percentile } from "../../statistics";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";
import type { Gradio } from "../start-gradio";
import { readTokens } from "./tokens";

/** The places of the functions in the app. */
const job = 0;
const tokens = 1;

export async function gradioFlood(start: StartGradio) {
  await using gradio = await start("flood");
  await flooded(gradio, 20);
  const few = await flooded(gradio, 500);
  const many = await flooded(gradio, 2000);
  return { ...many, growth: many.cpu / few.cpu };
}

async function flooded({ url, pid }: Gradio, runs: number) {
  const before = await processUsage(pid);
  const began = performance.now();
  let answered = 0;
  const asked = Array.from({ length: runs }, async () => {
    await ask(url);
    answered++;
  });
  const other = watchBeside(url, () => answered / runs);
  // What went wrong is told by those that asked, if by any.
  other.catch(() => {});
  const { peak } = await peakMemory(pid, Promise.all(asked));
  const seconds = (performance.now() - began) / 1000;
  const { cpu } = await processUsage(pid);
  return {
    seconds,
    memory: (peak - before.memory) / 1e6,
    late: percentile(await other, 0.95),
    cpu: (cpu - before.cpu) / runs,
  };
}

/**
 * Somebody who has nothing to do with it reads one text of a second after the other, once the first are
 * answered: it holds 2,000 visitors, of whom the one that came first is forgotten for one more.
 */
async function watchBeside(url: string, share: () => number): Promise<number[]> {
  const late: number[] = [];
  while (share() < 1) {
    if (share() < 0.1) await delay(100);
    else late.push(...(await readTokens(url, tokens, 100)));
  }
  return late;
}

async function ask(url: string): Promise<void> {
  let answers = 0;
  await followGradio(
    url,
    [],
    ([answer]) => {
      if (answer === 42) answers++;
    },
    job,
  );
  if (answers !== 1) throw new Error(`${answers} answers came.`);
}
