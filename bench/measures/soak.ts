import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Site } from "../../tests/site";
import { atOnce } from "../at-once";
import { bytesBelow } from "../bytes-below";
import { follow } from "../follow-subscription";
import { defineMeasure } from "../measure";
import { memoryBack } from "../memory-back";
import { settled } from "../settled";

const sizes = {
  full: { short: 10_000, warm: 2000, warmFilms: 8, films: 20, frames: 60, quiet: 5000, most: 60 },
  small: { short: 40, warm: 10, warmFilms: 1, films: 2, frames: 4, quiet: 0, most: 0 },
};
/** Of the frames of a run, each so manieth is fetched. */
const fetched = 4;
const keep = 3;

interface Data {
  benchSoak: { count: number | null; frame: { url: string } | null };
}

/** What is left of many runs once they are forgotten. */
export const soak = defineMeasure({
  workload:
    "10,000 runs of three yields, 50 at once, then 20 runs of 60 frames of 600×600 noise, four at once, of which each fourth frame is fetched as JPEG; each run is kept for 3 s; beforehand 2,000 such runs and eight of frames",
  rounds: 1,
  figures: {
    memory: { title: "memory afterwards, of that before", unit: "×", digits: 2, atMost: 1.1 },
    back: { title: "until it is so", unit: "s", digits: 1 },
    disk: { title: "left on the disk", unit: "MB", digits: 1, atMost: 1 },
  },
  async round({ size, startSite }) {
    const { short, warm, warmFilms, films, frames, quiet, most } = sizes[size];
    const temporary = mkdtempSync(path.join(tmpdir(), "yieldcast-soak-"));
    try {
      await using site = await startSite({
        YIELDCAST_KEEP_SECONDS: `${keep}`,
        YIELDCAST_GRACE_SECONDS: "1",
        TMPDIR: temporary,
      });
      const disk = () => bytesBelow(temporary) + bytesBelow(path.join(site.folder, ".next"));
      const runAll = async (numbers: number, films: number) => {
        await atOnce(50, numbers, () => watchNumbers(site));
        await atOnce(4, films, () => watchFrames(site, frames));
      };
      // As many at once as later: what the allocator keeps for itself is there before, too.
      await runAll(warm, warmFilms);
      const before = { memory: await settled(site.pid, quiet), disk: disk() };
      await runAll(short, films);
      const { memory, seconds } = await memoryBack(site.pid, before.memory * 1.1, most);
      return {
        memory: memory / before.memory,
        back: seconds,
        disk: (disk() - before.disk) / 1e6,
      };
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  },
});

async function watchNumbers({ url }: Site): Promise<void> {
  const counts: (number | null)[] = [];
  await follow<Data>(
    `${url}/api/graphql`,
    "subscription { benchSoak { count } }",
    ({ benchSoak }) => counts.push(benchSoak.count),
  );
  if (counts.join() !== "1,2,3") throw new Error(`Expected 1,2,3; got ${counts}.`);
}

async function watchFrames({ url }: Site, frames: number): Promise<void> {
  const pictures: Promise<void>[] = [];
  let seen = 0;
  await follow<Data>(
    `${url}/api/graphql`,
    `subscription { benchSoak(frames: ${frames}) { frame { url(format: JPEG) } } }`,
    ({ benchSoak: { frame } }) => {
      if (frame && seen++ % fetched === 0) pictures.push(fetchJpeg(new URL(frame.url, url)));
    },
  );
  await Promise.all(pictures);
  if (seen !== frames) throw new Error(`Expected ${frames} frames; got ${seen}.`);
}

async function fetchJpeg(url: URL): Promise<void> {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Noise cannot be made small: https://en.wikipedia.org/wiki/JPEG_File_Interchange_Format
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.length > 50_000;
  if (!isJpeg) throw new Error(`${url} is no picture of noise: ${response.status}.`);
}
