import { describe, expect, test } from "@jest/globals";
import { createBeat } from "@/demos/_beat";
import { createEmbers } from "@/demos/_embers";
import { type Pattern, patterns, plant } from "@/demos/_patterns";
import { createUniverse, type Universe } from "@/demos/_universe";
import { parseRawImageType } from "@/lib/media/image-type";
import { runDemo } from "./run-demo";

/** A universe of drawn cells: `O` lives. */
function drawn(...rows: string[]): Universe {
  const cells = rows.flatMap((row) => [...row].map((cell) => (cell === "O" ? 1 : 0)));
  return createUniverse(rows[0]?.length ?? 0, rows.length, Uint8Array.from(cells));
}

function draw({ cells, width }: Universe): string[] {
  const letters = [...cells].map((cell) => (cell === 1 ? "O" : "."));
  return Array.from({ length: cells.length / width }, (_, row) =>
    letters.slice(row * width, (row + 1) * width).join(""),
  );
}

function planted(pattern: Pattern, size: number, seed = 1): Universe {
  return createUniverse(size, size, plant(pattern, size, seed));
}

function go(universe: Universe, generations: number, wraps = false): Universe {
  for (let generation = 0; generation < generations; generation++) universe.step(wraps);
  return universe;
}

const glider = [".O......", "..O.....", "OOO.....", "........", "........", "........"];
const moved = (rows: string[]) => {
  const down = [rows.at(-1) ?? "", ...rows.slice(0, -1)];
  return down.map((row) => row.slice(-1) + row.slice(0, -1));
};

describe("a universe", () => {
  test("turns three in a row by a quarter, and back", () => {
    const [lying, standing] = [
      [".....", ".....", ".OOO.", ".....", "....."],
      [".....", "..O..", "..O..", "..O..", "....."],
    ];
    const blinker = drawn(...lying);
    expect(draw(go(blinker, 1))).toEqual(standing);
    expect(draw(go(blinker, 1))).toEqual(lying);
  });

  test("leaves a block as it is, and one cell dies", () => {
    const block = ["....", ".OO.", ".OO.", "...."];
    expect(draw(go(drawn(...block), 5))).toEqual(block);
    expect(go(drawn("...", ".O.", "..."), 1).population).toBe(0);
  });

  test("has a glider a cell further to the lower right after four generations", () => {
    expect(draw(go(drawn(...glider), 4))).toEqual(moved(glider));
  });

  test("wraps: a glider is back where it began once it has gone round both ways", () => {
    const round = 4 * 24; // the least common multiple of 8 and 6
    expect(draw(go(drawn(...glider), round, true))).toEqual(glider);
    // Where the edges do not meet, it ends as a block in the corner.
    const stuck = go(drawn(...glider), round);
    expect(stuck.population).toBe(4);
    expect(draw(go(stuck, 1))).toEqual(draw(stuck));
  });

  test("counts neighbours across edges and corners alike, whatever the shape of the board", () => {
    // Against a plain count, for boards where a wrong stride would show.
    for (const [width, height] of [
      [3, 7],
      [8, 3],
      [16, 16],
    ] as const) {
      for (const wraps of [true, false]) {
        const first = Uint8Array.from({ length: width * height }, (_, at) => ((at * 7) % 3) & 1);
        const universe = createUniverse(width, height, first);
        universe.step(wraps);
        expect([...universe.cells]).toEqual(counted(first, width, height, wraps));
      }
    }
  });
});

/** The next generation by the letter of the rules. */
function counted(cells: Uint8Array, width: number, height: number, wraps: boolean): number[] {
  const at = (x: number, y: number) => {
    if (wraps) return cells[((y + height) % height) * width + ((x + width) % width)] ?? 0;
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : (cells[y * width + x] ?? 0);
  };
  const next: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let neighbours = -at(x, y);
      for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) neighbours += at(x + dx, y + dy);
      next.push(neighbours === 3 || (neighbours === 2 && at(x, y) === 1) ? 1 : 0);
    }
  }
  return next;
}

describe("a pattern", () => {
  test("glider gun shoots a glider of five cells every 30 generations", () => {
    const gun = planted("Glider gun", 96);
    const populations = [0, 30, 60, 90].map((_, at) => go(gun, at === 0 ? 0 : 30).population);
    expect(populations).toEqual([36, 41, 46, 51]);
  });

  test("pulsar is the same after three generations, and not before", () => {
    const pulsar = planted("Pulsar", 48);
    const phases = [draw(pulsar), draw(go(pulsar, 1)), draw(go(pulsar, 1)), draw(go(pulsar, 1))];
    expect(phases[3]).toEqual(phases[0]);
    expect(new Set(phases.map(String)).size).toBe(3);
    expect([48, 56, 72]).toEqual([0, 1, 2].map((at) => phases[at]?.join("").match(/O/g)?.length));
  });

  test("acorn grows from seven cells", () => {
    const acorn = planted("Acorn", 120);
    expect(acorn.population).toBe(7);
    expect(go(acorn, 400).population).toBeGreaterThan(100);
  });

  test("random is the same for the same seed, another for another, and about a third lives", () => {
    const boards = [1, 1, 2].map((seed) => plant("Random", 96, seed));
    expect(boards[0]).toEqual(boards[1]);
    expect(boards[0]).not.toEqual(boards[2]);
    expect(planted("Random", 96).population / 96 ** 2).toBeCloseTo(0.3, 1);
  });

  test.each(patterns)("%s fits the smallest board", (pattern) => {
    expect(planted(pattern, 48).population).toBeGreaterThan(0);
  });
});

test("what is born glows, cools while it lives, and fades when it has died", () => {
  const universe = drawn(".....", ".....", ".OOO.", ".....", ".....");
  const embers = createEmbers(universe);
  const pixel = (at: number) => {
    const { data } = embers.paint();
    return [...data.subarray(at * 4, at * 4 + 4)];
  };
  const [end, middle] = [11, 12];
  expect(pixel(end)).toEqual([255, 124, 0, 255]);
  universe.step(false);
  const dying = pixel(end);
  expect(dying.slice(0, 3)).toEqual([255, 124, 0]);
  expect(dying[3]).toBeLessThan(120);
  for (let generation = 0; generation < 40; generation++) embers.paint();
  // It is dead for long in this phase of the blinker, and the one in the middle has never died.
  expect(pixel(end)).toEqual([128, 128, 128, 20]);
  expect(pixel(middle)).toEqual([128, 128, 128, 255]);
});

describe("a beat", () => {
  /** A clock that goes on while somebody sleeps, and a bit longer than they asked for. */
  function drowsy(tooLong: number) {
    let time = 0;
    const beat = createBeat(
      async (milliseconds) => {
        time += Math.ceil(milliseconds) + tooLong;
      },
      () => time,
    );
    const stall = (milliseconds: number) => {
      time += milliseconds;
    };
    return { beat, now: () => time, stall };
  }

  test("is on time after a thousand, however late each timer was", async () => {
    const { beat, now } = drowsy(3);
    for (let beats = 0; beats < 1000; beats++) await beat(1000 / 60);
    expect(now()).toBeGreaterThanOrEqual(1000 * (1000 / 60));
    expect(now()).toBeLessThan(1000 * (1000 / 60) + 5);
  });

  test("makes a short stall good, and of a long one no more than a few beats", async () => {
    const { beat, now, stall } = drowsy(0);
    stall(80);
    for (let beats = 0; beats < 10; beats++) await beat(20);
    expect(now()).toBe(200);
    stall(10_000);
    for (let beats = 0; beats < 10; beats++) await beat(20);
    expect(now()).toBe(200 + 10_000 - 100 + 9 * 20);
  });

  test("takes another pace at the next beat", async () => {
    const { beat, now } = drowsy(0);
    for (const wait of [10, 500, 10]) await beat(wait);
    expect(now()).toBe(520);
  });
});

describe("the demo life", () => {
  test("yields a picture a generation and ends after as many as were asked for", async () => {
    await using run = await runDemo("life", { pattern: "Glider gun", generations: 30 });
    const { outputs, run: state, yields } = await run.reaches();
    expect(state.status).toBe("DONE");
    expect(yields).toBe(31);
    expect(outputs).toMatchObject({
      board: { width: 96, height: 96 },
      generation: { value: 30 },
      population: { value: 41 },
    });
    const type = (outputs.board as { type: string }).type;
    expect(parseRawImageType(type)).toEqual({ width: 96, height: 96, channels: 4 });
  });

  test("yields no faster than was asked for", async () => {
    await using run = await runDemo("life", { generations: 30, size: 48 });
    const { startedAt = Infinity } = (await run.reaches()).run;
    const times = (await run.entries()).flatMap(({ outputs, at }) => (outputs?.board ? [at] : []));
    expect(times).toHaveLength(31);
    // From the run's start: a first picture that is late is made good. Times of a log are whole milliseconds.
    expect((times.at(-1) ?? 0) - startedAt).toBeGreaterThanOrEqual(498);
  });

  test("goes on without end where that is asked for, slower when its slider is moved", async () => {
    await using run = await runDemo("life", { generations: 0, size: 48, pattern: "Pulsar" });
    await run.reaches(({ yields }) => yields >= 20);
    await run.feed("speed", { value: 5 });
    const fed = performance.now();
    const { yields } = await run.reaches(() => true);
    await run.reaches((now) => now.yields >= yields + 4);
    // Three beats of 200 ms, of which a late one makes good no more than 100; of 60 a second it were 50.
    expect(performance.now() - fed).toBeGreaterThanOrEqual(490);
    await run.cancel();
    expect((await run.reaches()).run.status).toBe("CANCELLED");
  });
});
