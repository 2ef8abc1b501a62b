import { setTimeout as delay } from "node:timers/promises";
import { memoryBack } from "../../memory-back";
import { peakMemory } from "../../peak-memory";
import { processUsage } from "../../process-usage";
import { followGradio, join, openStream } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";

const strings = 20_000;
const perSecond = 1000;
const MB = 1e6;

/** One viewer, as a run has no more. */
export async function gradioSlowViewer(start: StartGradio) {
  await using gradio = await start("strings");
  await readStrings(gradio.url, 200);
  const before = await processUsage(gradio.pid);
  const stream = await openStream(gradio.url, await join(gradio.url, [strings, perSecond]));
  stream.pause();
  const yielding = delay((strings / perSecond) * 1000);
  const { peak } = await peakMemory(gradio.pid, yielding);
  stream.destroy();
  const { seconds } = await memoryBack(gradio.pid, before.memory + 16 * MB, 30);
  return { growth: (peak - before.memory) / MB, back: seconds };
}

/** That these strings are what a viewer is sent who reads. */
async function readStrings(url: string, amount: number): Promise<void> {
  let next = 0;
  await followGradio(url, [amount, perSecond], ([given]) => {
    const string = String(given);
    if (string !== `${next++}`.padEnd(50_000, "x")) {
      throw new Error(`The string ${next - 1} began with ${string.slice(0, 10)}.`);
    }
  });
  if (next !== amount) throw new Error(`${next} of ${amount} strings came.`);
}
