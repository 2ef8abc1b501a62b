import { defineDemo, image, text } from "yieldcast";

export default defineDemo({
  title: "Type to paint",
  description: "Every letter is a drop of colour. Keep typing: the newest text wins.",
  live: true,
  inputs: { words: text({ default: "sunrise over the sea", maxLength: 60 }) },
  examples: {
    run: true,
    of: [
      { words: "sunrise over the sea" },
      { words: "moss on an old stone wall" },
      { words: "zebra" },
    ],
  },
  outputs: { painting: image() },
  async *run({ words }, { sleep }) {
    const drops = [...words].map((letter, at) => dropOf(letter.codePointAt(0) ?? 0, at));
    for (const size of [8, 16, 32, 64, 128, 256]) {
      yield { painting: paint(drops, size) };
      await sleep(50);
    }
  },
});

type Drop = ReturnType<typeof dropOf>;

/** Turning by the golden angle keeps any number of drops evenly apart. */
function dropOf(code: number, at: number) {
  const angle = at * 2.39996;
  const radius = 0.45 * Math.sqrt((at + 0.5) / 24);
  const hue = (code * 47) % 360;
  const shade = (shift: number) => 140 + 115 * Math.cos(((hue - shift) * Math.PI) / 180);
  return {
    x: 0.5 + radius * Math.cos(angle),
    y: 0.5 + radius * Math.sin(angle),
    red: shade(0),
    green: shade(120),
    blue: shade(240),
  };
}

/** Each pixel takes the drops' colours, the near ones most. */
function paint(drops: Drop[], size: number) {
  const data = new Uint8Array(size * size * 3).fill(245);
  for (let at = 0; at < size * size && drops.length > 0; at++) {
    const x = ((at % size) + 0.5) / size;
    const y = (Math.floor(at / size) + 0.5) / size;
    let [weights, red, green, blue] = [0, 0, 0, 0];
    for (const drop of drops) {
      const weight = 1 / ((x - drop.x) ** 2 + (y - drop.y) ** 2 + 1e-4) ** 2;
      weights += weight;
      red += weight * drop.red;
      green += weight * drop.green;
      blue += weight * drop.blue;
    }
    data.set([red / weights, green / weights, blue / weights], at * 3);
  }
  return { data, width: size, height: size, channels: 3 };
}
