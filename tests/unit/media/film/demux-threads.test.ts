import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createDemuxThreads } from "@/lib/media/film/demux-threads";

type Thread = ReturnType<ReturnType<typeof createDemuxThreads>["take"]>;

describe("threads that take films apart", () => {
  const taken: Thread[] = [];
  function take({ take }: ReturnType<typeof createDemuxThreads>): Thread {
    const thread = take();
    taken.push(thread);
    return thread;
  }
  afterEach(async () => {
    for (const thread of taken.splice(0)) await thread.terminate();
  });

  async function packetsOf(thread: Thread, name: string): Promise<number | undefined> {
    thread.postMessage(new Uint8Array(await readFile(`tests/fixtures/media/${name}`)));
    const [{ film }] = await once(thread, "message");
    return film?.tracks[0].packets.length;
  }

  test("go on with the next film, whatever the one before was", async () => {
    const threads = createDemuxThreads();
    const one = take(threads);
    expect(await packetsOf(one, "part-0.mp4")).toBe(30);
    expect(await packetsOf(one, "sweep.mp3")).toBeUndefined();
    threads.giveBack(one);
    const other = take(threads);
    expect(other).toBe(one);
    expect(await packetsOf(other, "timed/0.m2ts")).toBe(60);
  });

  test("are kept one at a time, and not one that has ended", async () => {
    const threads = createDemuxThreads();
    const [one, two] = [take(threads), take(threads)];
    expect(one).not.toBe(two);
    const ended = once(one, "exit");
    threads.giveBack(one);
    threads.giveBack(two);
    await ended;
    await two.terminate();
    expect(take(threads)).not.toBe(two);
  });

  test("end where nobody comes for them", async () => {
    const threads = createDemuxThreads({ keepFor: 20 });
    const thread = take(threads);
    const ended = once(thread, "exit");
    threads.giveBack(thread);
    await ended;
    expect(take(threads)).not.toBe(thread);
  });
});
