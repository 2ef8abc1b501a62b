import { createReadStream } from "node:fs";
import path from "node:path";
import { checkInputs } from "@/lib/demo/check-inputs";
import { createHouse, type House } from "@/lib/house";
import type { Logged } from "@/lib/kinds/outputs";
import type { MediaChunk } from "@/lib/media/chunks";
import { mediaEnding, writeMediaAddress } from "@/lib/media/media-address";
import type { FeedPiece } from "@/lib/run/feed";
import { readSettings } from "@/lib/settings";
import { type Entry, isOver, type Snapshot } from "@/lib/store/snapshot";

/** A demo of the project, run as the site runs it. */
export interface DemoRun extends AsyncDisposable {
  readonly house: House;
  readonly id: string;
  /** Feeds a piece to an input. */
  feed(input: string, piece: FeedPiece): Promise<void>;
  /** Settles when the run is over, or when what it is by then satisfies a test. */
  reaches(condition?: (now: Snapshot) => boolean): Promise<Snapshot>;
  entries(): Promise<readonly Entry[]>;
  cancel(): Promise<void>;
  /** The chunks of an output of sound or video, with their bytes. */
  chunks(output: string): Promise<{ chunk: MediaChunk; data: Uint8Array }[]>;
  /** What lies at an address of the run. */
  bytes(address: string): Promise<Uint8Array>;
}

/**
 * Starts a demo of `demos/`.
 *
 * @param files by input, the paths of files that are uploaded
 */
export async function runDemo(
  name: string,
  inputs: { readonly [input: string]: unknown } = {},
  files: { readonly [input: string]: string } = {},
): Promise<DemoRun> {
  const house = createHouse({
    settings: readSettings({}),
    loaders: { [`demos/${name}.ts`]: () => import(`@/demos/${name}`) },
    watch: false,
  });
  const { demos, faults } = await house.catalogue();
  const demo = demos.get(name);
  if (!demo) throw new Error(`${name} is no demo: ${JSON.stringify(faults)}`);
  const given: { [input: string]: unknown } = { ...inputs };
  for (const [input, file] of Object.entries(files)) {
    const upload = await house.uploads.receive(path.basename(file), createReadStream(file));
    given[input] = upload.id;
  }
  const { id, key } = await house.runs.start(demo, await checkInputs(demo, given, house.uploads));
  const fed = new Map<string, number>();

  async function head(): Promise<Snapshot> {
    const now = await house.logs.head(id);
    if (!now) throw new Error(`The run of ${name} is gone.`);
    return now;
  }

  const run: DemoRun = {
    house,
    id,
    async feed(input, piece) {
      const index = fed.get(input) ?? 0;
      fed.set(input, index + 1);
      await (await house.runs.feedOf(id, key, input)).push(index, piece);
    },
    async reaches(condition = () => false) {
      for (;;) {
        let stop = () => {};
        const changed = new Promise<void>((resolve) => {
          stop = house.logs.watch(id, resolve);
        });
        const now = await head();
        if (!isOver(now.run.status) && !condition(now)) await changed;
        stop();
        if (isOver(now.run.status) || condition(now)) return now;
      }
    },
    entries: async () => (await house.logs.read(id, 0, 10_000))?.entries ?? [],
    async cancel() {
      await house.runs.cancel(id, key);
    },
    async chunks(output) {
      const { chunks } = (await head()).outputs[output] as Extract<Logged, { kind: "audio" }>;
      return Promise.all(
        chunks.map(async (chunk) => {
          const ending = mediaEnding(chunk.type);
          const address = writeMediaAddress({ run: id, what: "chunk", id: chunk.id, ending });
          return { chunk, data: await run.bytes(address) };
        }),
      );
    },
    async bytes(address) {
      const found = await house.findMedia(address, new AbortController().signal);
      if ("status" in found) throw new Error(`${address}: ${found.reason}`);
      return Buffer.concat(found.parts);
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
  return run;
}
