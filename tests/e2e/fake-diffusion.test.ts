import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import sharp from "sharp";
import { createBrowser, type TestBrowser } from "../browser";
import { inTime } from "../in-time";
import { open } from "./demo-page";
import { recordPictures, recordText } from "./recording";

describe("the demo fake-diffusion", () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await createBrowser();
  });
  afterEach(() => browser.closePages());
  afterAll(() => browser[Symbol.asyncDispose]());

  it("takes as many steps as the slider says, which the keyboard moves", async () => {
    const diffuse = async () => {
      await browser.closePages();
      const demo = await open(browser, "/demos/fake-diffusion");
      const steps = demo.page.getByRole("slider", { name: "Steps" });
      await steps.focus();
      expect(await steps.inputValue()).toBe("3");
      await demo.page.keyboard.press("Home");
      expect(await steps.inputValue()).toBe("1");
      await demo.page.keyboard.press("ArrowRight");
      expect(await steps.inputValue()).toBe("2");

      const labels = await recordText(demo.page.locator("[data-output=picture] figcaption"));
      const progress = await recordText(demo.page.getByRole("region", { name: "Outputs" }));
      await demo.run.click();
      await demo.picture("picture").waitFor();
      const frames = await recordPictures(demo.picture("picture"));
      await demo.reaches("done");
      await demo.page.getByText("1000 × 1000").waitFor();

      expect((await progress()).at(-1)).toContain("Step 2 of 2");
      return { labels: await labels(), frames: await frames(), progress: await progress() };
    };
    await inTime(diffuse, ({ labels, frames, progress }) => {
      expect(labels).toEqual(["Picture", "Picture 600 × 600", "Picture 1000 × 1000"]);
      // The last noise and the picture come at once: a slow page shows only the newest of both.
      expect(frames.length).toBeGreaterThanOrEqual(2);
      expect(progress.some((text) => text.includes("Step 1 of 2"))).toBe(true);
    });
  });

  it("ends with 1000 × 1000 pixels of exactly rgb(255, 124, 0)", async () => {
    const demo = await open(browser, "/demos/fake-diffusion");
    await demo.page.getByRole("slider", { name: "Steps" }).press("Home");
    await demo.run.click();
    await demo.page.getByText("1000 × 1000").waitFor();

    const decoded = await demo.picture("picture").evaluate((element) => {
      const image = element as HTMLImageElement;
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      const colors = new Set<string>();
      for (let at = 0; data && at < data.length; at += 4) {
        colors.add([...data.subarray(at, at + 4)].join());
      }
      return { size: [canvas.width, canvas.height], colors: [...colors] };
    });
    expect(decoded).toEqual({ size: [1000, 1000], colors: ["255,124,0,255"] });

    const painted = sharp(await demo.picture("picture").screenshot()).removeAlpha();
    const { data, info } = await painted.raw().toBuffer({ resolveWithObject: true });
    const centre = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * 3;
    expect([...data.subarray(centre, centre + 3)]).toEqual([255, 124, 0]);
  });
});
