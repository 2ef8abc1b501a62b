import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import sharp from "sharp";
import { eventually } from "../eventually";
import { apiAddress } from "./address";
import { cancel, find, start } from "./runs";

const site = new URL(apiAddress()).origin;
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${site}${path}`, { headers });

async function overRun(call: string): Promise<string> {
  const { id } = await start(call);
  await eventually(
    () => find(id),
    (run) => run?.status === "DONE",
  );
  return id;
}

describe("embed.js", () => {
  it("is small, may be used by any page, and is kept for a while", async () => {
    const response = await get("/embed.js");
    const text = await response.text();
    expect(gzipSync(text).byteLength).toBeLessThan(3000);
    expect(text).not.toMatch(/\beval\b|new Function|innerHTML|document\.write/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": expect.stringMatching(/^public, max-age=3600/),
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    const again = await get("/embed.js", { "if-none-match": response.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });
});

describe("oEmbed", () => {
  const ask = (words: Record<string, string>) => get(`/oembed?${new URLSearchParams(words)}`);

  it("describes a demo's page, within the room that there is", async () => {
    const response = await ask({
      url: `${site}/demos/count-up`,
      maxwidth: "400",
      maxheight: "300",
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toEqual({
      version: "1.0",
      type: "rich",
      title: "Count up",
      provider_name: "Yieldcast",
      provider_url: site,
      cache_age: 300,
      width: 400,
      height: 300,
      html: expect.stringMatching(
        `^<iframe src="${site}/embed/count-up" title="Count up" width="400" height="300" [^<>]*></iframe>$`,
      ),
    });
  });

  it("describes a run's page, with its picture", async () => {
    const id = await overRun("CountUp(to: 0)");
    const answer = await (await ask({ url: `${site}/runs/${id}`, format: "json" })).json();
    expect(answer).toMatchObject({
      width: 960,
      html: expect.stringContaining(`/embed/count-up?run=${id}"`),
      thumbnail_url: `${site}/runs/${id}/card.png`,
      thumbnail_width: 1200,
    });
    expect((await fetch((answer as { thumbnail_url: string }).thumbnail_url)).status).toBe(200);
  });

  it.each([
    [501, { url: `${site}/demos/count-up`, format: "xml" }],
    [400, {}],
    [404, { url: `${site}/demos/there-is-none` }],
    [404, { url: `${site}/runs/there-is-none` }],
    [404, { url: `${site}/playground` }],
    [404, { url: "https://elsewhere.example/demos/count-up" }],
    [404, { url: "javascript:alert(1)" }],
  ])("answers %i to %j", async (status, words) => {
    const response = await ask(words as Record<string, string>);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) });
  });
});

describe("a README's badge", () => {
  it("says how many runs go on, of now", async () => {
    const idle = await get("/badge/drip.svg");
    expect(Object.fromEntries(idle.headers)).toMatchObject({
      "content-type": "image/svg+xml; charset=utf-8",
      "cache-control": expect.stringContaining("no-cache"),
      "x-content-type-options": "nosniff",
    });
    expect(await idle.text()).toMatch(/<title>Drip: (idle|\d+ running)<\/title>/);
    const run = await start("Drip(total: 100000)");
    const busy = await (await get("/badge/drip.svg")).text();
    expect(busy).toMatch(/<title>Drip: \d+ running<\/title>/);
    const { format, width } = await sharp(Buffer.from(busy)).metadata();
    expect([format, width]).toEqual(["svg", expect.any(Number)]);
    await cancel(run);
  });

  it("says that there is no such demo", async () => {
    for (const file of ["there-is-none.svg", "count-up.png", "..%2fcount-up.svg"]) {
      expect((await get(`/badge/${file}`)).status).toBe(404);
    }
  });
});

describe("a page's picture", () => {
  const sizeOf = async (response: Response) => {
    const { width, height, format } = await sharp(await response.arrayBuffer()).metadata();
    return { width, height, format };
  };

  it("is there for a demo, and named in its page beside oEmbed", async () => {
    const page = await (await get("/demos/count-up")).text();
    expect(page).toContain(`<meta property="og:image" content="${site}/demos/count-up/card.png"/>`);
    const [, link = ""] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page) ?? [];
    const described = await (await fetch(link.replaceAll("&amp;", "&"))).json();
    expect(described).toMatchObject({ title: "Count up" });
    const card = await get("/demos/count-up/card.png");
    expect(card.headers.get("content-type")).toBe("image/png");
    expect(await sizeOf(card)).toEqual({ width: 1200, height: 630, format: "png" });
  });

  it("shows what a run has come to, and is made once for each state", async () => {
    const id = await overRun("EveryOutput");
    const first = await get(`/runs/${id}/card.png`);
    expect(await sizeOf(first)).toEqual({ width: 1200, height: 630, format: "png" });
    const tag = first.headers.get("etag") ?? "";
    expect((await get(`/runs/${id}/card.png`, { "if-none-match": tag })).status).toBe(304);
    // The run's picture is red: it stands at the right.
    const { data } = await sharp(await (await get(`/runs/${id}/card.png`)).arrayBuffer())
      .extract({ left: 880, top: 315, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([
      expect.any(Number),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(data[0]).toBeGreaterThan(230);
    expect(data[1]).toBeLessThan(30);
  });

  it("is not there for what is not there", async () => {
    for (const path of ["/runs/there-is-none/card.png", "/demos/there-is-none/card.png"]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});
