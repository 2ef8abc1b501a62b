import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { demoPage, siteUrl } from "./demo-page";

describe("every page", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it.each([
    "/",
    "/demos/chat",
    "/demos/count-up",
    "/demos/fake-diffusion",
    "/demos/type-to-paint",
    "/demos/every-input",
    "/demos/every-output",
    "/embed/fake-diffusion",
    "/playground",
  ])("asks no other host and is free of errors and refusals: %s", async (path) => {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http")) hosts.add(host);
    });
    page.on("websocket", (socket) => hosts.add(new URL(socket.url()).host));
    await page.goto(siteUrl + path, { waitUntil: "load" });
    // GraphiQL goes on fetching for as long as it has tabs; it is whole when it can be used.
    if (path === "/playground") await page.locator(".graphiql-execute-button").waitFor();
    else await page.waitForLoadState("networkidle");
    const demo = demoPage(page);
    if (path.startsWith("/demos/") && path !== "/demos/type-to-paint") {
      if (path === "/demos/chat") {
        await page.getByRole("button", { name: "What is a run?" }).click();
      } else await demo.run.click();
      await demo.reaches("running", "done");
      await page.reload({ waitUntil: "networkidle" });
    }
    expect([...hosts]).toEqual([new URL(siteUrl).host]);
    // This throws at whatever the console has told.
    await browser.closePages();
  });
});
