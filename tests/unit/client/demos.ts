import { DemoError, defineDemo, number, slider, text } from "yieldcast";

/** What the demo `words` yields, one after the other. */
export function wordAt(index: number): string {
  return `${index}·𝄞 `;
}

export function wordsTo(count: number): string {
  return Array.from({ length: count }, (_, index) => wordAt(index)).join("");
}

/** Demos whose every step waits for the test, where its instant matters. */
export function createDemos() {
  let starts = 0;
  let open = () => {};
  let gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const cancelled: string[] = [];
  let enough = false;

  const words = defineDemo({
    inputs: { count: slider({ min: 0, max: 100_000, default: 10, step: 1 }) },
    outputs: { reply: text({ append: true }), last: number({ integer: true }) },
    async *run({ count }, { sleep }) {
      starts++;
      for (let index = 0; index < count && !enough; index++) {
        yield { reply: wordAt(index), last: index };
        await sleep(0);
      }
    },
  });

  /** One yield, then one more for each time that the gate opens. */
  const gated = defineDemo({
    inputs: { name: text({ default: "a", maxLength: 10 }) },
    outputs: { reply: text({ append: true }) },
    async *run({ name }, { signal }) {
      starts++;
      signal.addEventListener("abort", () => cancelled.push(name));
      for (;;) {
        if (name !== "silent") yield { reply: name };
        await Promise.race([
          gate,
          new Promise((_, reject) => signal.addEventListener("abort", reject)),
        ]);
      }
    },
  });

  /** Only the newest two yields of one of its outputs are kept. */
  const folding = defineDemo({
    outputs: { reply: text({ append: true }), last: number({ integer: true, keep: 2 }) },
    *run() {
      for (let index = 0; index < 10; index++) yield { reply: wordAt(index), last: index };
    },
  });

  const failing = defineDemo({
    outputs: { reply: text() },
    // biome-ignore lint/correctness/useYield: it fails before it yields anything
    async *run() {
      throw new DemoError("It is too dark.");
    },
  });

  return {
    demos: { words, gated, failing, folding },
    /** How many runs began. */
    get starts() {
      return starts;
    },
    /** Of runs of `gated`, by their input. */
    cancelled,
    /** `words` comes to its end. */
    endWords() {
      enough = true;
    },
    openGate() {
      open();
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
  };
}
