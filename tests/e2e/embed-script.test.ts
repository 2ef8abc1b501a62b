import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import type { EmbedEvent } from "@/lib/client/embed/embed-messages";
import { createBrowser, type TestBrowser } from "../browser";
import { start } from "../contract/runs";
import { axeFindings } from "./axe-findings";
import { siteUrl } from "./demo-page";
import { createEmbeddingPage } from "./embedding-page";
import { createHostPage, type HostPage, type HostPageOptions } from "./host-page";

interface Handle {
  run(inputs?: object): void;
  stop(): void;
}

declare global {
  interface Window {
    embedTold: { type: string; detail: EmbedEvent & { message?: string } }[];
  }
}

let browser: TestBrowser;
const hosts: HostPage[] = [];
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(async () => {
  await browser.closePages();
  for (const host of hosts.splice(0)) await host[Symbol.asyncDispose]();
});
afterAll(() => browser[Symbol.asyncDispose]());

async function visit(options: HostPageOptions): Promise<Page> {
  const host = await createHostPage(options);
  hosts.push(host);
  const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
  await page.goto(host.url);
  return page;
}

const frameOf = (page: Page, title: string) => page.frameLocator(`iframe[title="${title}"]`);

/** What a frame lacks to show all of its page, once the embed has told its height. */
async function lacking(page: Page, title: string): Promise<number> {
  const room = page.locator(`iframe[title="${title}"]`);
  await room.and(page.locator(":not([style*='480px'])")).waitFor();
  const [height, needed] = await Promise.all([
    room.evaluate((frame) => frame.getBoundingClientRect().height),
    frameOf(page, title)
      .locator("main")
      .evaluate((main) => main.getBoundingClientRect().height),
  ]);
  return Math.ceil(needed) - height;
}

const script = (attributes: string) =>
  `<script src="${siteUrl}/embed.js" data-demo="count-up" ${attributes} async></script>`;

/** Keeps what the embeds say. */
const listening = `<script>
  window.embedTold = [];
  for (const type of ["event", "refused"])
    addEventListener("yieldcast:" + type, ({ detail }) => window.embedTold.push({ type, detail }));
</script>`;

const call = (page: Page, name: "run" | "stop", inputs?: object) =>
  page.evaluate(
    ([name, inputs]) => {
      const { yieldcast } = document.querySelector("[data-demo]") as unknown as {
        yieldcast: Handle;
      };
      if (name === "run") yieldcast.run(inputs as object);
      else yieldcast.stop();
    },
    [name, inputs] as const,
  );

const heard = (page: Page, phase: string) =>
  page.waitForFunction(
    (phase) => window.embedTold.some(({ detail }) => detail.phase === phase),
    phase,
  );

describe("embed.js", () => {
  it("puts demos where its elements are, whatever they are and whenever they come", async () => {
    const page = await visit({
      policy: `default-src 'none'; script-src ${siteUrl} 'nonce-own'; frame-src ${siteUrl}`,
      html: `<!doctype html><title>Elsewhere</title>
        ${script('data-title="In the head" data-to="3" data-target="#place"')}
        <body><p>Before</p>
        ${script('data-title="In the body" data-to="4" data-theme="dark" data-accent="0a7cff" data-loading="eager"')}
        <div data-yieldcast="say-back" data-title="In a div" data-input-theme="autumn" data-words="a &amp; b" data-loading="eager"></div>
        <div id="place"></div><div id="later"></div>
        <script nonce="own">
          setTimeout(() => {
            document.querySelector("#later").innerHTML =
              '<div data-yieldcast="count-up" data-title="Later" data-to="5" data-loading="eager"></div>';
          });
        </script>`,
    });
    for (const [title, to] of Object.entries({
      "In the head": "3",
      "In the body": "4",
      Later: "5",
    })) {
      const field = frameOf(page, title).getByLabel("To", { exact: true });
      await page.locator(`iframe[title="${title}"]`).scrollIntoViewIfNeeded();
      await field.and(frameOf(page, title).locator(`[value="${to}"]`)).waitFor();
      expect(await lacking(page, title)).toBe(0);
    }
    const said = frameOf(page, "In a div");
    expect(await said.getByLabel("Theme", { exact: true }).inputValue()).toBe("autumn");
    expect(await said.getByLabel("Words", { exact: true }).inputValue()).toBe("a & b");
    const root = frameOf(page, "In the body").locator("html");
    expect(await root.getAttribute("data-theme")).toBe("dark");
    expect(await page.locator("iframe").count()).toBe(4);
    expect(await page.locator("#place iframe").count()).toBe(1);
    // It grows with what the run says, and nothing within ever scrolls.
    await frameOf(page, "In the body").getByLabel("To", { exact: true }).fill("-1");
    await frameOf(page, "In the body").getByRole("button", { name: "Run" }).click();
    expect(await lacking(page, "In the body")).toBe(0);
  });

  it("runs and stops for the page around it, and tells it what happens", async () => {
    const page = await visit({
      html: `<!doctype html><title>Elsewhere</title><body>${listening}${script('data-title="It" data-to="9" data-loading="eager"')}`,
    });
    await page.locator("iframe").waitFor();
    // Asked for before the embed can have come.
    await call(page, "run", { to: 2, nothing: "else" });
    await heard(page, "done");
    const events = await page.evaluate(() => window.embedTold.map(({ detail }) => detail));
    expect(events.flatMap(({ outputs }) => outputs.count ?? [])).toContain(1);
    const last = events.at(-1);
    expect(last).toMatchObject({ phase: "done", yields: 2, error: null });
    expect(last?.run?.url).toBe(`${siteUrl}/runs/${last?.run?.id}`);
    await call(page, "run", { to: 1000 });
    await heard(page, "running");
    await call(page, "stop");
    await heard(page, "cancelled");
    await call(page, "run", { to: "many" });
    await page.waitForFunction(() => window.embedTold.some(({ type }) => type === "refused"));
    expect(await frameOf(page, "It").locator("[role=status]").getAttribute("data-phase")).toBe(
      "cancelled",
    );
  });

  it("hears no other frame, and answers nobody where it was not told who is around it", async () => {
    const attack = `<script>
      setInterval(() => {
        for (let at = 0; at < parent.frames.length; at++)
          parent.frames[at].postMessage({ yieldcast: 1, type: "run", inputs: {} }, "*");
      }, 20);
    </script>`;
    const attacker = await createHostPage({ html: attack });
    hosts.push(attacker);
    const page = await visit({
      html: `<!doctype html><title>Elsewhere</title><body>
        <script>window.messages = []; addEventListener("message", ({ data }) => messages.push(data));</script>
        ${listening}${script('data-title="Told" data-loading="eager"')}
        <iframe title="Untold" src="${siteUrl}/embed/fake-diffusion"></iframe>
        <iframe title="Attacker" src="${attacker.url}"></iframe>`,
    });
    await page.waitForFunction(
      () => (window as unknown as { messages: unknown[] }).messages.length > 1,
    );
    const untold = frameOf(page, "Untold");
    await untold.getByRole("button", { name: "Run" }).waitFor();
    await page.evaluate(() => {
      // The page itself, to the one that was not told of it.
      const frame = document.querySelector<HTMLIFrameElement>("[title=Untold]");
      frame?.contentWindow?.postMessage({ yieldcast: 1, type: "run", inputs: {} }, "*");
    });
    // What is heard is heard in order: this comes after hundreds of the attacker's.
    await call(page, "run", { to: 0 });
    await heard(page, "done");
    const phase = (frame: FrameLocator) =>
      frame.locator("[role=status]").getAttribute("data-phase");
    expect(await phase(untold)).toBe("idle");
    const runs = await page.evaluate(() => window.embedTold.map(({ detail }) => detail.run?.id));
    expect(new Set(runs.filter(Boolean)).size).toBe(1);
    const sources = await page.evaluate(() =>
      (window as unknown as { messages: { type: string }[] }).messages.map(({ type }) => type),
    );
    expect(sources.filter((type) => type === "ready")).toHaveLength(1);
  });
});

describe("an embed's address", () => {
  it("is told what is wrong in it, and nothing else of it is lost", async () => {
    const page = await browser.newPage();
    await page.goto(`${siteUrl}/embed/count-up?to=many&theme=blue&accent=nocolour&radius=4`);
    const note = page.getByRole("note");
    await note.getByText('to must be a whole number from 0 to 10000; got "many".').waitFor();
    await note.getByText('theme must be light or dark; got "blue".').waitFor();
    await note
      .getByText('accent must be a colour of CSS, such as 0a7cff; got "nocolour".')
      .waitFor();
    const run = page.getByRole("button", { name: "Run" });
    expect(await run.evaluate((button) => getComputedStyle(button).borderRadius)).toBe("4px");
    expect(await axeFindings(page)).toEqual([]);
  });

  it("starts a run by itself, once, and shows a run that is over", async () => {
    const page = await browser.newPage();
    await page.goto(`${siteUrl}/embed/count-up?to=1&autorun=1&accent=0a7cff`);
    const link = page.getByRole("link", { name: "This run" });
    await page.locator("[role=status][data-phase=done]").waitFor();
    expect(await page.getByRole("note").isVisible()).toBe(false);
    const run = await link.getAttribute("href");
    await page.reload();
    await page.locator("[role=status][data-phase=done]").waitFor();
    expect(await link.getAttribute("href")).toBe(run);
    const id = run?.split("/").pop() ?? "";
    await page.goto(`${siteUrl}/embed/count-up?run=${id}`);
    await page.locator("[role=status][data-phase=done]").waitFor();
    expect(await page.locator("form").count()).toBe(0);
    await page.goto(`${siteUrl}/embed/fake-diffusion?run=${id}`);
    await page.getByText("There is no such run, or not any more.").waitFor();
  });

  it("lets two of one demo in one page be runs of their own", async () => {
    const { id } = await start("CountUp(to: 0)");
    const host = await createEmbeddingPage(`${siteUrl}/embed/count-up?run=${id}`);
    hosts.push(host);
    const page = await browser.newPage();
    await page.goto(host.url);
    await page.evaluate((site) => {
      for (const to of [1, 2]) {
        const frame = document.createElement("iframe");
        frame.title = `To ${to}`;
        frame.src = `${site}/embed/count-up?to=${to}`;
        document.body.append(frame);
      }
    }, siteUrl);
    const count = (to: number) => frameOf(page, `To ${to}`).locator("[data-output=count]");
    for (const to of [1, 2]) {
      await frameOf(page, `To ${to}`).getByRole("button", { name: "Run" }).click();
      await frameOf(page, `To ${to}`).locator("[role=status][data-phase=done]").waitFor();
    }
    await count(2).filter({ hasText: "1" }).waitFor();
    await count(1).filter({ hasText: "0" }).waitFor();
  });
});
