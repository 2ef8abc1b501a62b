import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { audioOutput } from "@/lib/kinds/audio/output";
import type { OutputWriter } from "@/lib/kinds/kind";
import type { Logged } from "@/lib/kinds/outputs";
import { videoOutput } from "@/lib/kinds/video/output";
import { createFindMedia } from "@/lib/media/find-media";
import { createImages } from "@/lib/media/images";
import { createMedia } from "@/lib/media/serve-media";
import { createWorkshop } from "@/lib/media/workshop";
import { createMemoryByteStore } from "@/lib/store/memory-byte-store";
import { createMemoryLogStore } from "@/lib/store/memory-log-store";
import type { RunStatus } from "@/lib/store/snapshot";

const most = 2 ** 30;

/** A house with nothing in it but one run, whose outputs `sound` and `film` are written by the test. */
export async function createKeptRun({ keep }: { keep?: number } = {}) {
  const run = "fz_JWuos0lhUVWWTHMy7Ag";
  const bytes = createMemoryByteStore();
  const limits = { maxEntries: 1e6, maxLogBytes: most, maxStateBytes: most, maxTotalBytes: most };
  const logs = createMemoryLogStore({ bytes, ...limits });
  const inputs = {};
  await logs.create({
    id: run,
    key: "k",
    demo: "band",
    inputs,
    uploads: {},
    parent: undefined,
    createdAt: 0,
    keep: keep === undefined ? {} : { sound: keep },
  });
  let seq = 0;
  const append = (entry: object) => logs.append(run, { seq: ++seq, at: 0, ...entry });
  const workshop = createWorkshop({ cacheBytes: most, mostWaiting: 1000 });
  const images = createImages({ bytes, workshop });
  const exampleFiles = { find: () => undefined };
  const media = createMedia(createFindMedia({ images, bytes, logs, workshop, exampleFiles }));
  const context = {
    keepBytes: (data: Uint8Array, type: string) => bytes.put(run, data, type),
    readableFolders: [],
    maxValueBytes: most,
  };
  const options = { streaming: true, ...(keep ? { keep } : {}) };
  const writers = new Map<string, OutputWriter<Logged>>([
    ["sound", audioOutput.writer(options, context)],
    ["film", videoOutput.writer(options, context)],
  ]);

  return {
    run,
    bytes,
    logs,
    media,
    context,
    writers,
    /** Where an address below the run's own lies. */
    at: (rest: string) => `/media/${run}/${rest}`,
    async yield(value: unknown, output = "sound") {
      const logged = await writers.get(output)?.write(value);
      await append({ outputs: { [output]: logged } });
      return logged;
    },
    async end(status: RunStatus = "DONE") {
      for (const [output, writer] of writers) {
        const logged = await writer.end?.();
        if (logged) await append({ outputs: { [output]: logged } });
        writer.close?.();
      }
      await append({ status });
    },
    get(rest: string, init?: RequestInit) {
      return media.fetch(new Request(`http://x/media/${run}/${rest}`, init));
    },
    async text(rest: string) {
      return (await this.get(rest)).text();
    },
    async body(rest: string) {
      return new Uint8Array(await (await this.get(rest)).arrayBuffer());
    },
  };
}

export type KeptRun = Awaited<ReturnType<typeof createKeptRun>>;

/** Serves a run on a port of its own, as `server.ts` does. */
export async function serve({ media }: KeptRun) {
  const server = createServer((request, response) => {
    if (!media.handle(request, response)) response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A sine as samples from -1 to 1, or as 16-bit ones; it goes on where an earlier one ended. */
export function sine(
  from: number,
  seconds: number,
  {
    rate = 48000,
    channels = 1,
    bits = 16,
  }: { rate?: number; channels?: number; bits?: 16 | 32 } = {},
) {
  const frames = Math.round(seconds * rate);
  const first = Math.round(from * rate);
  const at = (i: number) =>
    0.5 * Math.sin((2 * Math.PI * 440 * (first + Math.floor(i / channels))) / rate);
  const pcm =
    bits === 32
      ? Float32Array.from({ length: frames * channels }, (_, i) => at(i))
      : Int16Array.from({ length: frames * channels }, (_, i) => Math.round(at(i) * 32767));
  return { pcm, sampleRate: rate, channels };
}
