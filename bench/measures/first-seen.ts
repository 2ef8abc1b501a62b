import { createBrowser } from "../../tests/browser";
import { open } from "../../tests/e2e/demo-page";
import { listen } from "../../tests/e2e/heard";
import { defineMeasure } from "../measure";

declare global {
  interface Window {
    /** When the first picture of the film was on the screen, in milliseconds since the epoch. */
    seenAt: number | undefined;
  }
}

/** How long after its yield the first sound leaves the page for the loudspeaker. */
export const firstSound = defineMeasure({
  workload: "pieces of 250 ms of samples at 0.9 of their pace, a page in Chromium",
  figures: { first: { title: "first sound after its yield", unit: "ms", atMost: 120 } },
  async round({ site }) {
    return { first: await lateness(site.url, "bench-sound") };
  },
});

/** How long after its yield the first picture of a film is on the screen. */
export const firstFrame = defineMeasure({
  workload: "MP4 of a second (H.264, AAC) each 0.9 s, a page in Chromium",
  figures: { first: { title: "first frame after its yield", unit: "ms", atMost: 200 } },
  async round({ site }) {
    return { first: await lateness(site.url, "bench-film") };
  },
});

/** Milliseconds from the first yield to what came of it. */
async function lateness(site: string, demo: string): Promise<number> {
  await using browser = await createBrowser();
  const { page, run, reaches, runId } = await open(browser, `/demos/${demo}`, {
    at: site,
    bypassCSP: true,
    before: async (page) => {
      await listen(page, 48_000);
      await page.addInitScript(watchFilms);
    },
  });
  await page.evaluate(() => window.tapped);
  await run.click();
  const isFilm = demo === "bench-film";
  await page.waitForFunction(
    (film) => (film ? window.seenAt : window.heardAt) !== undefined,
    isFilm,
  );
  const came = await page.evaluate((film) => (film ? window.seenAt : window.heardAt), isFilm);
  await reaches("done");
  return Number(came) - (await beganAt(site, demo, await runId()));
}

/** Runs in the page. */
function watchFilms(): void {
  const play = HTMLMediaElement.prototype.play;
  const watched = new WeakSet<HTMLMediaElement>();
  HTMLMediaElement.prototype.play = function () {
    if (this instanceof HTMLVideoElement && !watched.has(this)) {
      watched.add(this);
      this.requestVideoFrameCallback((now) => {
        window.seenAt ??= performance.timeOrigin + now;
      });
    }
    return play.call(this);
  };
}

/** When the run has yielded first. */
async function beganAt(site: string, demo: string, id: string): Promise<number> {
  const type = demo === "bench-film" ? "BenchFilmEvent" : "BenchSoundEvent";
  const response = await fetch(`${site}/api/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `query ($id: ID!) { run(id: $id) { state { ... on ${type} { began } } } }`,
      variables: { id },
    }),
  });
  const { data } = await response.json();
  return data.run.state.began;
}
