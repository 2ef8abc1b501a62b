import { defineDemo, dropdown, number, video } from "yieldcast";

/** Five parts of 2 s, each coded on its own; tests/fixtures/media/README.md says how. */
export default defineDemo({
  title: "A film a little faster than it is seen",
  inputs: {
    as: dropdown({ choices: ["mp4", "m2ts"], default: "mp4" }),
    parts: number({ integer: true, min: 1, max: 5, default: 5 }),
  },
  outputs: { film: video({ streaming: true, autoplay: true }) },
  async *run({ as, parts }, { sleep }) {
    for (let part = 0; part < parts; part++) {
      yield { film: `tests/fixtures/media/timed/${part}.${as}` };
      await sleep(1800);
    }
  },
});
