import { processUsage } from "../../process-usage";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";

const wanted = 5000;

/** Over SSE, as it has nothing else: the same stands beside both of Yieldcast's. */
export async function gradioCount(start: StartGradio) {
  await using gradio = await start("count");
  // A first one, which finds everything cold, is not counted.
  await countOn(gradio.url);
  const before = await processUsage(gradio.pid);
  const milliseconds = await countOn(gradio.url);
  const { cpu } = await processUsage(gradio.pid);
  const rate = (wanted / milliseconds) * 1000;
  const each = (cpu - before.cpu) / wanted;
  return { rate, cpu: each, sseRate: rate, sseCpu: each };
}

async function countOn(url: string): Promise<number> {
  let next = 0;
  const began = performance.now();
  await followGradio(url, [wanted], ([count]) => {
    if (count !== next++) throw new Error(`Expected ${next - 1}; got ${count}.`);
  });
  if (next !== wanted) throw new Error(`Expected ${wanted} events; got ${next}.`);
  return performance.now() - began;
}
