import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { type DemoPage, open } from "./demo-page";
import { compare, type Heard, listen, noise } from "./heard";
import { expectAnswering, watchMainThread } from "./main-thread";

const rate = 48_000;
const player = (page: Page) => page.getByRole("group", { name: "Sound: player" });

describe("a sound that streams", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  /** Opens a demo's page, and no other, with a recorder before its loudspeaker. */
  async function visit(path: string, at = rate): Promise<DemoPage & { heard: Heard }> {
    let heard: Heard | undefined;
    await browser.closePages();
    const demo = await open(browser, path, {
      bypassCSP: true,
      before: async (page) => {
        heard = await listen(page, at);
      },
    });
    await demo.page.evaluate(() => window.tapped);
    if (!heard) throw new Error("Nobody listens");
    return { ...demo, heard };
  }

  async function fill(demo: DemoPage, inputs: Record<string, number>): Promise<void> {
    for (const [label, value] of Object.entries(inputs)) await demo.field(label).fill(`${value}`);
  }

  const gapsOf = async ({ page }: DemoPage) => Number(await player(page).getAttribute("data-gaps"));
  const reaches = (demo: DemoPage, ...states: string[]) =>
    demo.page.locator(states.map((state) => `[data-player=${state}]`).join(", ")).waitFor();

  it.each([
    { milliseconds: 20, count: 150, pace: 0 },
    { milliseconds: 20, count: 100, pace: 0.9 },
    { milliseconds: 250, count: 12, pace: 0.5 },
    { milliseconds: 1000, count: 4, pace: 0.8 },
  ])(
    "is heard to the sample through all joins: pieces of $milliseconds ms at $pace of their pace",
    async ({ milliseconds, count, pace }) => {
      const source = noise(count, (rate * milliseconds) / 1000);
      const play = async () => {
        const demo = await visit("/demos/play-noise");
        await fill(demo, { Milliseconds: milliseconds, Count: count, Pace: pace });
        await demo.run.click();
        await reaches(demo, "ended");
        const { matched, wrongAt, silences } = compare(await demo.heard.samples(), source);
        expect({ matched, wrongAt }).toEqual({ matched: source.length, wrongAt: undefined });
        const gaps = await gapsOf(demo);
        expect(silences.length).toBe(gaps);
        return gaps;
      };
      // A slow machine may be late with pieces of 20 ms; that is said, and nothing is left out.
      await inTime(play, (gaps) => expect(milliseconds > 20 ? gaps : 0).toBe(0));
    },
  );

  it("keeps the page answering while 50 pieces come in a second", async () => {
    await inTime(async () => {
      const demo = await visit("/demos/play-noise");
      await fill(demo, { Milliseconds: 20, Count: 150, Pace: 1 });
      const stop = await watchMainThread(demo.page);
      await demo.run.click();
      await reaches(demo, "ended");
      return { longestTask: await stop() };
    }, expectAnswering);
  });

  it("waits for a generator that pauses, says so, and leaves nothing out", async () => {
    const source = noise(6, rate / 4);
    const play = async () => {
      const demo = await visit("/demos/play-noise");
      await fill(demo, { Count: 6, "Pause at": 3, Pause: 2000 });
      await demo.field("Go on").press("Space");
      await demo.page.getByRole("checkbox", { name: "Go on", checked: false }).waitFor();
      await demo.run.click();
      await reaches(demo, "waiting");
      await player(demo.page).getByText("Waiting for more sound").waitFor();
      await demo.field("Go on").press("Space");
      await reaches(demo, "ended");
      const gaps = await gapsOf(demo);
      await player(demo.page)
        .getByText(gaps === 1 ? "1 gap" : `${gaps} gaps`)
        .waitFor();
      const { matched, wrongAt, silences } = compare(await demo.heard.samples(), source);
      expect({ matched, wrongAt }).toEqual({ matched: source.length, wrongAt: undefined });
      expect(silences).toHaveLength(gaps);
      expect(Math.max(...silences)).toBeGreaterThan(rate);
      return gaps;
    };
    await inTime(play, (gaps) => expect(gaps).toBe(1));
  });

  it("plays a second run as it played the first, and stops the one before", async () => {
    const demo = await visit("/demos/play-noise");
    await fill(demo, { Count: 8 });
    await demo.run.click();
    await reaches(demo, "playing");
    await demo.reaches("done");
    await demo.page.evaluate(() => {
      window.heard = [];
    });
    await fill(demo, { Count: 2 });
    await demo.run.click();
    await demo.reaches("done");
    await reaches(demo, "ended");
    const source = noise(2, rate / 4);
    const heard = withoutSilence(await demo.heard.samples());
    // The end of the first one's last bit is faded out before.
    const { matched } = compare(heard.slice(-source.length), source);
    expect(matched).toBe(source.length);
    expect(heard.length).toBeLessThan(source.length + rate);
  });

  it("pauses, goes on where it was, seeks and is muted by keys", async () => {
    const demo = await visit("/demos/play-noise");
    await fill(demo, { Milliseconds: 1000, Count: 20 });
    await demo.run.click();
    await reaches(demo, "playing");
    await demo.reaches("done");
    const position = demo.page.getByRole("slider", { name: "Position" });
    await position.focus();
    await demo.page.keyboard.press("Space");
    await reaches(demo, "paused");
    const at = Number(await position.inputValue());
    await demo.page.keyboard.press("ArrowRight");
    await demo.page.waitForFunction(
      ({ at }) => {
        const slider = document.querySelector<HTMLInputElement>("[aria-label=Position]");
        return Math.abs(Number(slider?.value) - at - 5) < 0.2;
      },
      { at },
    );
    await demo.page.keyboard.press("m");
    const mute = demo.page.getByRole("button", { name: "Mute" });
    expect(await mute.getAttribute("aria-pressed")).toBe("true");
    await demo.page.keyboard.press("m");
    expect(await mute.getAttribute("aria-pressed")).toBe("false");
    await demo.page.evaluate(() => {
      window.heard = [];
    });
    // Behind the fade of its beginning each sample is the source's again.
    await position.evaluate((element) => {
      const slider = element as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(
        slider,
        "18.25",
      );
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await demo.page.keyboard.press("Space");
    await reaches(demo, "ended");
    const heard = withoutSilence(await demo.heard.samples());
    const rest = noise(20, rate).slice(18.25 * rate);
    const behindFade = 0.01 * rate;
    const { matched } = compare(heard.slice(-(rest.length - behindFade)), rest.slice(behindFade));
    expect(matched).toBe(rest.length - behindFade);
  });

  it("goes on near the newest after a reload, once somebody presses Play", async () => {
    const demo = await visit("/demos/play-noise");
    await fill(demo, { Count: 200, Pace: 1 });
    await demo.run.click();
    await reaches(demo, "playing");
    await demo.page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>("[aria-label=Position]")?.value) > 2.5,
    );
    await demo.page.reload();
    await demo.page.evaluate(() => window.tapped);
    await reaches(demo, "blocked", "playing");
    if ((await demo.page.locator("[data-player=blocked]").count()) > 0) {
      await player(demo.page).getByText("Press Play").waitFor();
      await demo.page.getByRole("button", { name: "Play" }).click();
    }
    await reaches(demo, "playing");
    const position = demo.page.getByRole("slider", { name: "Position" });
    await demo.page.waitForFunction(
      () => Number(document.querySelector<HTMLInputElement>("[aria-label=Position]")?.value) > 1.5,
    );
    expect(await position.getAttribute("aria-valuetext")).toContain("live");
    await demo.stop.click();
    await reaches(demo, "ended");
  });

  it.each(["mp3", "m4a", "slices"])("has no gap and no click in coded sound: %s", async (as) => {
    const play = async () => {
      const demo = await visit("/demos/play-coded", 44_100);
      await demo.field("As").click();
      await demo.page.getByRole("option", { name: as, exact: true }).click();
      await demo.run.click();
      await reaches(demo, "ended");
      const heard = await demo.heard.samples();
      // Two seconds of tone, whose beginning is silence for a sample or so.
      expect(heard.length).toBeGreaterThan(2 * 44_100 - mostShift);
      const gaps = await gapsOf(demo);
      if (longestQuiet(heard) > 0.001 * 44_100) expect(gaps).toBeGreaterThan(0);
      return { heard, gaps };
    };
    const { heard } = await inTime(play, ({ gaps }) => expect(gaps).toBe(0));
    expect(heard.length).toBeLessThan(2 * 44_100 + mostShift);
    // AAC of a quarter of a second is as good as 0.83 in its worst place, if ffmpeg decodes it.
    expect(worstFit(heard)).toBeGreaterThan(as === "m4a" ? 0.75 : 0.9);
  });
});

// A coder's delay or padding may shift what is heard by so many samples.
const mostShift = 1200;

/** The tone of tests/fixtures/media, from `mostShift` samples before it begins on. */
const tone = Float64Array.from({ length: 2 * 44_100 + 4 * mostShift }, (_, at) => {
  const t = (at - mostShift) / 44_100;
  return (
    0.4 * Math.sin(2 * Math.PI * (200 * t + 150 * t * t)) + 0.1 * Math.sin(2 * Math.PI * 3100 * t)
  );
});

/**
 * How well what was heard fits the tone in the worst 5 ms of it, as a correlation: a gap, a doubled
 * stretch or a shift of half a millisecond in any of them shows.
 */
function worstFit(heard: Float32Array): number {
  const length = 220;
  let offset = 0;
  let best = -1;
  for (let tried = -mostShift; tried <= mostShift; tried++) {
    const fit = correlation(heard, 20_000, 4000, tried);
    if (fit > best) [best, offset] = [fit, tried];
  }
  let worst = 1;
  for (let at = 2000; at + length < heard.length - 2000; at += length) {
    worst = Math.min(worst, correlation(heard, at, length, offset));
  }
  return worst;
}

function correlation(heard: Float32Array, from: number, length: number, offset: number): number {
  let both = 0;
  let ours = 0;
  let theirs = 0;
  for (let at = from; at < from + length; at++) {
    const sample = heard[at] ?? 0;
    const wanted = tone[at + offset + mostShift] ?? 0;
    both += sample * wanted;
    ours += sample * sample;
    theirs += wanted * wanted;
  }
  return both / Math.sqrt(ours * theirs || 1);
}

/** The source's noise has no sample that is zero: what is, is a gap of a busy machine. */
const withoutSilence = (heard: Float32Array) => heard.filter((sample) => sample !== 0);

/** The longest run of samples of almost nothing, in samples. */
function longestQuiet(heard: Float32Array): number {
  let longest = 0;
  let run = 0;
  for (const sample of heard) {
    run = Math.abs(sample) < 0.004 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
