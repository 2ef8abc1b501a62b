import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { open } from "./demo-page";
import { givenField } from "./given";
import { recordText } from "./recording";

describe("the demo object-detection", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("finds the person, the cat and the cup of a video, in their order and at their times", async () => {
    const demo = await open(browser, "/demos/object-detection");
    const found = await recordText(demo.output("found"));
    await givenField(demo, "camera").choose("tests/fixtures/media/photos/photos.mp4");
    await demo.run.click();
    await demo.reaches("done");
    await demo.picture("picture").waitFor();
    expect(await demo.output("count").textContent()).toBe("1");
    const seen = (await found()).flatMap((text) => /label: "?(\w+)/.exec(text)?.[1] ?? []);
    expect(seen.filter((label, at) => label !== seen[at - 1])).toEqual(["person", "cat", "cup"]);
    expect(await demo.output("seconds").textContent()).toMatch(/^(2\.\d|3)/);
  });

  it("looks at the webcam's pictures until the stream is ended", async () => {
    const demo = await open(browser, "/demos/object-detection");
    await demo.run.click();
    await demo.picture("picture").waitFor();
    await demo.output("milliseconds").filter({ hasText: /\d/ }).waitFor();
    await givenField(demo, "camera").press("End the stream");
    await demo.reaches("done");
  });
});
