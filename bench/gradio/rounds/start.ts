import { setTimeout as delay } from "node:timers/promises";
import { processUsage } from "../../process-usage";
import type { StartGradio } from "../gradio-rounds";

const settle = 3000;
const idle = 10_000;

/** With the page of one demo, as it serves no more. */
export async function gradioStart(start: StartGradio) {
  const began = performance.now();
  await using gradio = await start("fake-diffusion");
  const page = performance.now() - began;
  await delay(settle);
  const before = await processUsage(gradio.pid);
  await delay(idle);
  const after = await processUsage(gradio.pid);
  return {
    page,
    memory: after.memory / 1e6,
    idle: ((after.cpu - before.cpu) / idle) * 100,
  };
}
