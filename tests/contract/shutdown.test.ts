import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { eventually } from "../eventually";
import type { Site } from "../site";
import { describeOwn, siteWith } from "./own-site";
import { find, start } from "./runs";

describeOwn("a server that is told to end", () => {
  let site: Site;
  beforeAll(async () => {
    site = await siteWith({});
  });
  afterAll(() => site[Symbol.asyncDispose]());

  test("stops its runs first, so that what demos do in `finally` is done", async () => {
    const { id } = await start("SaysGoodbye", site.url);
    await eventually(
      () => find(id, site.url),
      (run) => run?.status === "RUNNING",
      10,
    );
    await site.restart("SIGTERM");
    expect(site.log()).toContain("Goodbye.");
    expect(await find(id, site.url)).toBeNull();
  });
});
