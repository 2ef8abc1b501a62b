import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import { eventually } from "../eventually";
import { axeFindings } from "./axe-findings";
import { finish, open } from "./demo-page";
import { givenField } from "./given";
import { pastRuns } from "./past-runs";
import { query, statusOf } from "./query";

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

describe("the runs of this browser", () => {
  it("are opened while another goes on, which is found again and stopped", async () => {
    const demo = await open(browser, "/demos/drip");
    const past = pastRuns(demo);
    const first = await finish(demo, "Total", "3");
    await past.say(/Total 3done in/);
    await demo.field("Total").fill("100000");
    await demo.run.click();
    await demo.shows("words", " 5 ");
    const second = await demo.runId();
    await past.say(/Total 100,000running/, /Total 3done in/);

    await past.opens(/^Total 3 /).press("Enter");
    await demo.reaches("done");
    expect(await demo.runId()).toBe(first);
    expect(await demo.output("words").textContent()).toBe("0 1 2 ");
    expect(await demo.field("Total").inputValue()).toBe("3");
    expect(await past.current.textContent()).toContain("Total 3");
    expect(await statusOf(second)).toBe("RUNNING");

    await demo.field("Total").fill("9");
    await past.rows.filter({ hasText: "1 input changed since" }).waitFor();
    expect(await demo.page.locator("[data-changed]").textContent()).toMatch(/which had 3/);
    await demo.page.getByRole("button", { name: "Run again" }).click();
    await demo.reaches("done");
    expect(await demo.field("Total").inputValue()).toBe("3");
    expect(await demo.runId()).not.toBe(first);
    await past.say(/Total 3/, /Total 100,000/, /Total 3/);

    await past.opens(/Total 100,000/).click();
    await demo.reaches("running");
    expect(await demo.runId()).toBe(second);
    await demo.page.keyboard.press("Escape");
    await demo.reaches("cancelled");
    await past.say(/Total 3/, /stopped after/, /Total 3/);
    expect(await statusOf(second)).toBe("CANCELLED");
  });

  it("are the same in all its tabs and after a reload; can be removed, and cleared", async () => {
    const demo = await open(browser, "/demos/drip", { reducedMotion: "reduce" });
    const past = pastRuns(demo);
    await finish(demo, "Total", "1");
    await finish(demo, "Total", "2");
    const other = await open(browser, "/demos/drip", { inSameVisit: demo.page });
    const others = pastRuns(other);
    await others.say(/Total 2/, /Total 1/);
    await others.opens(/Total 1/).click();
    await other.reaches("done");
    expect(await other.output("words").textContent()).toBe("0 ");
    await finish(other, "Total", "3");
    await past.say(/Total 3/, /Total 2/, /Total 1/);

    for (const colorScheme of ["light", "dark"] as const) {
      await demo.page.emulateMedia({ colorScheme });
      expect(await axeFindings(demo.page)).toEqual([]);
    }
    await demo.page.setViewportSize({ width: 320, height: 640 });
    const { scrollWidth, order } = await demo.page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      order: ["[aria-label=Outputs]", "[data-run]"].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? 0,
      ),
    }));
    expect(scrollWidth).toBe(320);
    expect(order[1]).toBeGreaterThan(order[0] ?? 0);

    const remove = past.rows.nth(1).getByRole("button", { name: "Remove the run: Total 2" });
    await remove.focus();
    await demo.page.keyboard.press("Enter");
    await past.say(/Total 3/, /Total 1/);
    await others.say(/Total 3/, /Total 1/);
    await demo.page.reload();
    await past.say(/Total 3/, /Total 1/);
    await demo.page.getByRole("button", { name: "Clear" }).click();
    await demo.page.getByRole("button", { name: "Really clear 2?" }).click();
    await past.say();
    await others.say();
  });

  it("are remembered until the page is left where the browser keeps nothing", async () => {
    const demo = await open(browser, "/demos/drip", {
      async before(page) {
        await page.addInitScript(() => {
          for (const name of ["localStorage", "sessionStorage"]) {
            Object.defineProperty(window, name, {
              get() {
                throw new DOMException("Access is denied.", "SecurityError");
              },
            });
          }
        });
      },
    });
    const past = pastRuns(demo);
    await finish(demo, "Total", "1");
    await finish(demo, "Total", "2");
    await past.say(/Total 2/, /Total 1/);
    await past.opens(/Total 1/).click();
    await demo.shows("words", /^0 $/);
    await demo.page.reload();
    await demo.run.waitFor();
    expect(await past.rows.count()).toBe(0);
  });

  it("of a demo that runs at every letter are those that came to their end", async () => {
    const demo = await open(browser, "/demos/type-to-paint");
    const past = pastRuns(demo);
    await demo.reaches("done");
    await past.say("Default inputs");
    const field = demo.field("Words");
    await field.fill("");
    await field.pressSequentially("The moon rises slowly");
    await demo.reaches("done");
    await past.rows.first().filter({ hasText: "The moon rises slowlydone" }).waitFor();
    const width = await past.rows
      .first()
      .locator("img")
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    expect(width).toBeGreaterThanOrEqual(40);
    expect(await past.rows.count()).toBeLessThan(15);
  });
});

describe("a finished run", () => {
  it("is run again with another seed, which the form then shows", async () => {
    const demo = await open(browser, "/demos/seeded");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("words").textContent()).toBe("7 7 ");
    await demo.page.getByRole("button", { name: "New seed" }).press("Enter");
    await demo.shows("words", /^(?!7 )\d+ \d+ $/);
    const seed = await demo.field("Seed").inputValue();
    expect(seed).not.toBe("7");
    expect(await demo.output("words").textContent()).toBe(`${seed} ${seed} `);
    await pastRuns(demo).say("Seed", "Default inputs");
  });
});

describeOwn("a run that the server has forgotten", () => {
  it("is still listed with its picture, fills the form, and says so; its file is asked for again", async () => {
    await using site = await siteWith({
      YIELDCAST_KEEP_SECONDS: "1",
      YIELDCAST_UPLOAD_KEEP_SECONDS: "0",
    });
    const gone = (run: string) =>
      eventually(
        () => statusOf(run, site.url),
        (status) => status === undefined,
      );
    const demo = await open(browser, "/demos/pictures", { at: site.url });
    const past = pastRuns(demo);
    await demo.run.click();
    await demo.reaches("done");
    await past.rows.locator("img").waitFor();
    const first = await demo.runId();
    await gone(first);
    await demo.page.reload();
    await past.say("Default inputs");
    await past.opens("Default inputs").click();
    await past.rows.filter({ hasText: "done, no longer kept" }).waitFor();
    await demo.page.getByText("The server does not keep this run any more.").waitFor();
    await demo.reaches("idle");
    expect(await demo.failure.count()).toBe(0);
    const picture = past.rows.locator("img");
    expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(80);
    await demo.run.click();
    await demo.reaches("done");
    await past.say("Default inputs", "no longer kept");

    // One that was kept when its fork was opened does not stand in the fork's way.
    const parent = await open(browser, "/demos/drip", { at: site.url });
    await parent.field("Total").fill("100000");
    await parent.run.click();
    await parent.shows("words", " 5 ");
    const second = await parent.runId();
    const fork = await open(browser, `/demos/drip?from=${second}`, { at: site.url });
    await fork.page.getByRole("link", { name: "an earlier run" }).waitFor();
    await parent.stop.click();
    await gone(second);
    await fork.field("Total").fill("2");
    await fork.run.click();
    await fork.reaches("done");
    await fork.page.getByText("Forked from a run that is no longer kept").waitFor();

    const giving = await open(browser, "/demos/give-file", { at: site.url });
    const table = givenField(giving, "table");
    await table.choose({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("1,2\n") });
    await table.says(/uploaded/);
    await giving.run.click();
    await giving.reaches("done");
    await gone(await giving.runId());
    const later = await open(browser, "/demos/give-file", {
      at: site.url,
      inSameVisit: giving.page,
    });
    await pastRuns(later).opens("a.csv").click();
    const asked = givenField(later, "table");
    await asked.says(/a\.csv · 4 bytes/);
    await later.run.click();
    await asked.fault.filter({ hasText: "does not keep a.csv any more. Give it again." }).waitFor();
  });
});

describe("a fork", () => {
  const parentOf = async (run: string) => {
    const { run: found } = await query<{ run: { parent: string | null } }>(
      "query ($id: ID!) { run(id: $id) { parent } }",
      { id: run },
    );
    return found.parent;
  };

  it("starts from a run's page with its inputs, and names the run that it comes from", async () => {
    const demo = await open(browser, "/demos/drip");
    const first = await finish(demo, "Total", "4");
    const guest = await open(browser, `/runs/${first}`);
    await guest.reaches("done");
    await guest.page.getByRole("link", { name: "Run again from these inputs" }).press("Enter");
    await guest.page.waitForURL("**/demos/drip");
    await guest.reaches("done");
    expect(await guest.field("Total").inputValue()).toBe("4");
    expect(await guest.output("words").textContent()).toBe("0 1 2 3 ");
    const child = await guest.runId();
    expect(await parentOf(child)).toBe(first);
    await guest.page.reload();
    await guest.reaches("done");
    expect(await guest.runId()).toBe(child);

    await guest.page.goto(new URL(`/runs/${child}`, guest.page.url()).href);
    await guest.page.getByRole("link", { name: "an earlier run" }).click();
    await guest.page.waitForURL(`**/runs/${first}`);
  });

  it("by its address only fills the form; nothing runs before Run is pressed", async () => {
    const demo = await open(browser, "/demos/drip");
    const first = await finish(demo, "Total", "4");
    const guest = await open(browser, `/demos/drip?from=${first}`);
    await guest.page.getByText("Forked from").waitFor();
    await guest.page.waitForFunction(
      (input) => (document.querySelector(input) as HTMLInputElement).value === "4",
      '[data-input="total"] input',
    );
    expect(await guest.status.getAttribute("data-phase")).toBe("idle");
    await guest.field("Total").fill("2");
    await guest.run.click();
    await guest.reaches("done");
    expect(await parentOf(await guest.runId())).toBe(first);
    await guest.page.getByRole("button", { name: "Not as a fork" }).click();
    await guest.run.click();
    await guest.reaches("done");
    expect(await parentOf(await guest.runId())).toBeNull();
  });

  it("of a run with a file asks who did not give it for one, and says for which", async () => {
    const demo = await open(browser, "/demos/give-file");
    const table = givenField(demo, "table");
    await table.choose({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("1,2\n") });
    await table.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    const first = await demo.runId();
    const guest = await open(browser, `/demos/give-file?from=${first}`);
    const asked = givenField(guest, "table");
    await asked.fault.filter({ hasText: "The run was given a.csv" }).waitFor();
    await asked.choose({ name: "b.csv", mimeType: "text/csv", buffer: Buffer.from("3,4\n") });
    await asked.says(/b\.csv .* uploaded/);
    expect(await asked.fault.count()).toBe(0);
    await guest.run.click();
    await guest.reaches("done");
    expect(await parentOf(await guest.runId())).toBe(first);
  });
});
