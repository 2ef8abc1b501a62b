import { afterEach, describe, expect, test } from "@jest/globals";
import { audio, defineDemo } from "yieldcast";
import { createHouse, type House } from "@/lib/house";
import { readSettings } from "@/lib/settings";
import { isOver } from "@/lib/store/snapshot";

const chunkBytes = 48_000;
const megabyte = 2 ** 20;

let house: House | undefined;
afterEach(async () => {
  await house?.[Symbol.asyncDispose]();
});

/** The run of a demo that yields ten times what a run may hold, at its end. */
async function endOf(keep: number | "all") {
  const demo = defineDemo({
    outputs: { sound: audio({ streaming: true, keep }) },
    *run() {
      for (let chunk = 0; chunk < 220; chunk++) {
        yield { sound: { pcm: new Int16Array(chunkBytes / 2), sampleRate: 48_000 } };
      }
    },
  });
  const settings = {
    ...readSettings({}),
    YIELDCAST_MAX_STATE_BYTES: megabyte,
    YIELDCAST_LOG_MAX_BYTES: megabyte,
  };
  house = createHouse({
    settings,
    loaders: { "demos/one.ts": async () => ({ default: demo }) },
    watch: false,
  });
  const one = (await house.catalogue()).demos.get("one");
  if (!one) throw new Error("The demo is none");
  const { id } = await house.runs.start(one, { values: {}, uploads: {} });
  const { logs, findMedia } = house;
  await new Promise<void>((resolve) => {
    const look = async () => {
      const head = await logs.head(id);
      if (head && isOver(head.run.status)) resolve();
    };
    logs.watch(id, () => void look());
    void look();
  });
  const head = await logs.head(id);
  const sound = head?.outputs.sound;
  if (!head || sound?.kind !== "audio") throw new Error("There is no sound");
  const found = (chunk: string) =>
    findMedia(`/media/${id}/${chunk}.wav`, new AbortController().signal);
  return { status: head.run.status, code: head.run.error?.code, sound, found };
}

describe("sound that goes on without end", () => {
  test("holds the chunks that it keeps, and no bytes of the others", async () => {
    const { status, sound, found } = await endOf(10);
    expect(status).toBe("DONE");
    expect(sound.chunks.map(({ index }) => index)).toEqual(
      Array.from({ length: 10 }, (_, at) => 210 + at),
    );
    const [first] = sound.chunks;
    expect(first && (await found(first.id))).toMatchObject({ type: "audio/wav" });
    // Names are given in order, in base 36; the newest few that were let go linger for late readers.
    for (const gone of ["0", "1", (150).toString(36)]) {
      expect(await found(gone)).toMatchObject({ status: 404 });
    }
  });

  test("fails by the limit's name where it keeps all", async () => {
    expect(await endOf("all")).toMatchObject({ status: "FAILED", code: "STATE_TOO_LARGE" });
  });
});
