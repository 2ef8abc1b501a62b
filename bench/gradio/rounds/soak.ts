import { atOnce } from "../../at-once";
import { bytesBelow } from "../../bytes-below";
import { memoryBack } from "../../memory-back";
import { settled } from "../../settled";
import { followGradio } from "../follow-gradio";
import type { StartGradio } from "../gradio-rounds";
import { fetchFrames } from "./frames";

/** The places of the functions in the app. */
const three = 0;
const frames = 1;

export async function gradioSoak(start: StartGradio) {
  await using gradio = await start("soak");
  const runAll = async (short: number, films: number) => {
    await atOnce(50, short, () => watchNumbers(gradio.url));
    await atOnce(4, films, async () => {
      await fetchFrames(gradio.url, frames, { each: 4 });
    });
  };
  await runAll(2000, 8);
  const memory = await settled(gradio.pid, 5000);
  const disk = bytesBelow(gradio.folder);
  await runAll(10_000, 20);
  const after = await memoryBack(gradio.pid, memory * 1.1, 60);
  return {
    memory: after.memory / memory,
    back: after.seconds,
    disk: (bytesBelow(gradio.folder) - disk) / 1e6,
  };
}

async function watchNumbers(url: string): Promise<void> {
  const counts: unknown[] = [];
  await followGradio(url, [], ([number]) => counts.push(number), three);
  if (counts.join() !== "1,2,3") throw new Error(`Expected 1,2,3; got ${counts}.`);
}
