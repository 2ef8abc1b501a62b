import { defineDemo, number, video } from "yieldcast";

const parts = ["part-0.mp4", "part-1.mp4", "part-2.mp4"];

export default defineDemo({
  title: "A film at its pace",
  outputs: {
    film: video({ streaming: true, autoplay: true }),
    /** The instant of the first yield, in milliseconds since the epoch. */
    began: number(),
  },
  async *run(_inputs, { sleep }) {
    // Long enough for the page to follow: what is yielded before anybody looks is not late.
    await sleep(500);
    for (const [at, part] of parts.entries()) {
      const film = `tests/fixtures/media/${part}`;
      yield at === 0 ? { film, began: performance.timeOrigin + performance.now() } : { film };
      await sleep(900);
    }
  },
});
