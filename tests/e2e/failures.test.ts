import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { eventually } from "../eventually";
import { axeFindings } from "./axe-findings";
import { type DemoPage, open, siteUrl } from "./demo-page";

describe("what goes wrong", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function fail(how: string): Promise<DemoPage> {
    const demo = await open(browser, "/demos/failing");
    await demo.field("How").click();
    await demo.page.getByRole("option", { name: how, exact: true }).click();
    await demo.run.click();
    await demo.reaches("failed");
    return demo;
  }

  /** What is said below a field. */
  const note = (demo: DemoPage, label: string) =>
    demo.field(label).evaluate((field) => {
      const id = field.getAttribute("aria-describedby") ?? "";
      return document.getElementById(id)?.textContent ?? "";
    });

  it("shows what the author wrote in a DemoError, and keeps what was yielded before", async () => {
    const demo = await fail("shown");
    expect(await demo.failure.textContent()).toContain(
      "The picture is too dark: choose another one.",
    );
    expect(await demo.status.textContent()).toMatch(/^Failed after /);
    expect(await demo.output("count").textContent()).toBe("1");
    expect(await demo.run.isEnabled()).toBe(true);
  });

  it("says of any other error that it failed and what to do, and gives nothing of it away", async () => {
    const demo = await fail("masked");
    const words = await demo.failure.textContent();
    expect(words).toMatch(/failed/i);
    expect(words).toMatch(/Run it again/);
    expect(await demo.page.content()).not.toContain("swordfish");
  });

  it("is to be seen at once on a phone, and while the outputs are looked through", async () => {
    const demo = await open(browser, "/demos/failing-tall", {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
    });
    const top = () => demo.failure.evaluate((failure) => failure.getBoundingClientRect().top);
    await demo.page.evaluate(() => scrollTo(0, 0));
    await demo.run.click();
    await demo.reaches("failed");
    await demo.failure.filter({ hasText: "The kiln went cold" }).waitFor();
    await eventually(top, (y) => y >= 0 && y < 700);
    expect(await axeFindings(demo.page)).toEqual([]);
    await demo.output("second").scrollIntoViewIfNeeded();
    expect(await top()).toBeGreaterThanOrEqual(0);
    expect(await top()).toBeLessThan(100);
  });

  it("forgets the failure with the next run", async () => {
    const demo = await fail("shown");
    await demo.page.goto(`${siteUrl}/demos/failing`);
    await demo.failure.waitFor();
    await demo.field("How").click();
    await demo.page.getByRole("option", { name: "masked" }).click();
    await demo.run.click();
    await demo.page.locator("[data-code=DEMO_FAILED]").waitFor();
    expect(await demo.failure.count()).toBe(1);
  });

  it("says beside the field what is wrong with it, before anything is sent", async () => {
    const demo = await open(browser, "/demos/count-up");
    await demo.field("To").fill("20000");
    await demo.run.click();
    expect(await note(demo, "To")).toMatch(/^To must be .*10,?000.*20,?000/);
    expect(await demo.field("To").getAttribute("aria-invalid")).toBe("true");
    expect(await demo.status.getAttribute("data-phase")).toBe("idle");
    await demo.page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
    await demo.field("To").fill("2");
    expect(await note(demo, "To")).toBe("");
    await demo.run.click();
    await demo.reaches("done");
  });

  it("says so too where only the server finds it", async () => {
    const demo = await open(browser, "/demos/count-up", {
      // As a page does that was opened before its demo was edited.
      before: (page) =>
        page.routeWebSocket(/\/api\/graphql$/, (socket) => {
          const server = socket.connectToServer();
          socket.onMessage((message) =>
            server.send(String(message).replace('"to":5', '"to":20000')),
          );
        }),
    });
    await demo.field("To").fill("5");
    await demo.run.click();
    await demo.reaches("failed");
    expect(await note(demo, "To")).toMatch(/10000.*20000/);
    expect(await demo.field("To").getAttribute("aria-invalid")).toBe("true");
    expect(await demo.failure.count()).toBe(0);
    expect(await demo.status.textContent()).toBe("Not started");
    await demo.field("To").fill("1");
    expect(await note(demo, "To")).toBe("");
    await demo.run.click();
    await demo.reaches("done");
  });

  it("has a page for a run that is not known", async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${siteUrl}/runs/there-is-no-such-run`);
    expect(answer?.status()).toBe(404);
    await page.getByRole("heading", { name: "This run is no longer kept" }).waitFor();
    await page.getByRole("link", { name: "See all demos" }).click();
    await page.getByRole("heading", { name: "Demos", level: 1 }).waitFor();
    // Of the page, and where it was left before it had named its icon of /favicon.ico.
    const faults = browser.takeFaults();
    expect(faults).toContainEqual(expect.stringContaining("404"));
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });

  it.each([
    ["/there-is-none", "There is no page here"],
    ["/demos/there-is-none", "There is no such demo"],
    ["/embed/there-is-none", "There is no such demo"],
  ])("says so of what is not there: %s", async (path, title) => {
    const page = await browser.newPage();
    const answer = await page.goto(siteUrl + path);
    expect(answer?.status()).toBe(404);
    await page.getByRole("heading", { name: title }).waitFor();
    expect(browser.takeFaults().filter((fault) => !fault.includes("404"))).toEqual([]);
  });
});
