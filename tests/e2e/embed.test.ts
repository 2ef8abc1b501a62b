import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import type { Site } from "../site";
import { siteUrl } from "./demo-page";
import { createEmbeddingPage, type EmbeddingPage } from "./embedding-page";
import { takeOtherFaults } from "./wire";

let browser: TestBrowser;
const elsewhere: EmbeddingPage[] = [];
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(async () => {
  await browser.closePages();
  for (const page of elsewhere.splice(0)) await page[Symbol.asyncDispose]();
});
afterAll(() => browser[Symbol.asyncDispose]());

async function embed(address: string): Promise<{ page: Page; frame: FrameLocator; url: string }> {
  const embedding = await createEmbeddingPage(address);
  elsewhere.push(embedding);
  const page = await browser.newPage();
  await page.goto(embedding.url);
  return { page, frame: page.frameLocator("iframe"), url: embedding.url };
}

describe("an embed in a page of another origin", () => {
  it("runs, stops, and finds its run again after a reload", async () => {
    const { page, frame } = await embed(`${siteUrl}/embed/drip`);
    await frame.getByLabel("Total", { exact: true }).fill("100000");
    await frame.getByRole("button", { name: "Run" }).click();
    const words = frame.locator("[data-output=words] section");
    await words.filter({ hasText: " 20 " }).waitFor();
    const run = frame.getByRole("link", { name: "This run" });
    const address = await run.getAttribute("href");

    await page.reload();
    await words.filter({ hasText: " 40 " }).waitFor();
    expect(await run.getAttribute("href")).toBe(address);
    await frame.getByRole("button", { name: "Stop" }).click();
    await frame.locator("[role=status][data-phase=cancelled]").waitFor();
    expect(await words.textContent()).toMatch(/^0 1 2 .* 20 /);
  });

  it("shows pictures", async () => {
    const { frame } = await embed(`${siteUrl}/embed/type-to-paint`);
    await frame.getByText("256 × 256").waitFor();
    const picture = frame.getByRole("img", { name: "Painting" });
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(256);
  });

  it("looks as its address says", async () => {
    const look = "theme=dark&accent=0a7cff&radius=4";
    const { frame } = await embed(`${siteUrl}/embed/count-up?${look}`);
    const styleOf = (name: string) =>
      frame
        .getByRole("button", { name: "Run" })
        .evaluate((button, name) => getComputedStyle(button).getPropertyValue(name), name);
    expect(await styleOf("background-color")).toBe("rgb(10, 124, 255)");
    expect(await styleOf("border-radius")).toBe("4px");
    expect(await styleOf("color-scheme")).toBe("dark");
  });
});

describeOwn("a site whose embeds are for one other origin", () => {
  let site: Site;
  let friend: EmbeddingPage;
  beforeAll(async () => {
    friend = await createEmbeddingPage("about:blank");
    site = await siteWith({ EMBED_ORIGINS: friend.url });
  });
  afterAll(async () => {
    await site[Symbol.asyncDispose]();
    await friend[Symbol.asyncDispose]();
  });

  it("lets that one show them", async () => {
    const page = await browser.newPage();
    await page.goto(friend.url);
    await page.locator("iframe").evaluate((frame, address) => {
      (frame as HTMLIFrameElement).src = address;
    }, `${site.url}/embed/count-up`);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Run" }).click();
    await frame.locator("[data-output=count]").filter({ hasText: /[1-9]/ }).waitFor();
    await frame.getByRole("button", { name: "Stop" }).click();
    await frame.locator("[role=status][data-phase=cancelled]").waitFor();
  });

  it("is refused in any other", async () => {
    const { page } = await embed(`${site.url}/embed/count-up`);
    expect(await page.frameLocator("iframe").getByRole("button", { name: "Run" }).count()).toBe(0);
    const refusals = takeOtherFaults(browser);
    expect(refusals).toEqual([expect.stringContaining("frame-ancestors")]);
  });
});
