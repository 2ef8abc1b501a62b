import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Page } from "playwright-core";
import { createBrowser, type TestBrowser } from "../browser";
import { siteUrl } from "./demo-page";
import { query } from "./query";

describe("the playground", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  // This also fails a test whose page has met an error or a refusal by its policy.
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  async function openPlayground(): Promise<{ page: Page; hosts: Set<string> }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const hosts = new Set<string>();
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http")) hosts.add(host);
    });
    await page.goto(`${siteUrl}/playground`);
    await page.locator(".graphiql-query-editor .view-lines").waitFor();
    return { page, hosts };
  }

  const answer = (page: Page) => page.locator(".graphiql-response");

  it("runs the ready example of a demo, event by event, and asks no other host", async () => {
    const { page, hosts } = await openPlayground();
    await page.getByRole("tab").getByText("CountUp", { exact: true }).click();
    await page.locator(".graphiql-query-editor").filter({ hasText: "countUp(to:" }).waitFor();
    await page.getByRole("button", { name: /^Execute query/ }).click();
    for (const count of [0, 1, 2]) {
      await answer(page)
        .filter({ hasText: new RegExp(`"count":\\s*${count}`) })
        .waitFor();
    }
    await page.getByRole("button", { name: /^Stop/ }).click();
    expect([...hosts]).toEqual([new URL(siteUrl).host]);
  });

  it("has an example for every demo", async () => {
    const { page } = await openPlayground();
    const document = "{ __schema { subscriptionType { fields { name } } } }";
    const { __schema } = await query<{
      __schema: { subscriptionType: { fields: { name: string }[] } };
    }>(document);
    const fields = __schema.subscriptionType.fields.map(({ name }) => name.toLowerCase());
    const tabs = await page.getByRole("tab").locator("button:first-child").allTextContents();
    expect(tabs.map((tab) => tab.toLowerCase()).sort()).toEqual(fields.sort());
  });

  it("is in the theme that was chosen on the site, whenever that is switched", async () => {
    const page = await browser.newPage({ colorScheme: "light" });
    const switched = async (theme: "dark" | "light") => {
      await page.goto(siteUrl);
      const toggle = page.getByRole("button", { name: /^Theme: / });
      await toggle.waitFor();
      while (!(await page.locator(`html[data-theme=${theme}]`).count())) await toggle.click();
      await page.getByRole("link", { name: "Playground" }).click();
      await page.locator(`body.graphiql-${theme}`).waitFor();
    };
    await switched("dark");
    await switched("light");
    // What is chosen here holds until the site's is another one.
    await page.evaluate(() => localStorage.setItem("graphiql:theme", "dark"));
    await page.reload();
    await page.locator("body.graphiql-dark").waitFor();
  });
});
