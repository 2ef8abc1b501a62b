import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn, siteWith } from "../contract/own-site";
import { createTcpProxy } from "../tcp-proxy";
import { type DemoPage, open, siteUrl } from "./demo-page";
import { facts, givenField, sineWav } from "./given";
import { takeOtherFaults } from "./wire";

const wav = { name: "sine.wav", mimeType: "audio/wav", buffer: sineWav() };
const csv = (size: number) => ({
  name: "table.csv",
  mimeType: "text/csv",
  buffer: Buffer.alloc(size, "1,2,3\n"),
});

let browser: TestBrowser;
beforeAll(async () => {
  browser = await createBrowser();
});
afterEach(() => browser.closePages());
afterAll(() => browser[Symbol.asyncDispose]());

/** How often the page has sent a file up. */
function countUploads({ page }: DemoPage): () => number {
  let uploads = 0;
  page.on("request", (request) => {
    if (request.headers()["content-type"]?.startsWith("multipart/")) uploads++;
  });
  return () => uploads;
}

/** Drops or pastes a file, as a browser tells a page of it. */
async function hand(
  demo: DemoPage,
  input: string,
  how: "drop" | "paste",
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const group = givenField(demo, input).field.getByRole("group");
  await group.evaluate(
    (element, { how, name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: mimeType }));
      const common = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        how === "drop"
          ? new DragEvent("drop", { ...common, dataTransfer: data })
          : new ClipboardEvent("paste", { ...common, clipboardData: data }),
      );
    },
    { how, name: file.name, mimeType: file.mimeType, base64: file.buffer.toString("base64") },
  );
}

async function png(demo: DemoPage): Promise<Buffer> {
  const url = await demo.page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 40;
    canvas.height = 30;
    canvas.getContext("2d")?.fillRect(0, 0, 20, 20);
    return canvas.toDataURL("image/png");
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

describe("what is given", () => {
  it("is chosen", async () => {
    const demo = await open(browser, "/demos/give-sound");
    const clip = givenField(demo, "clip");
    await clip.choose(wav);
    await clip.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({
      name: "sine.wav",
      duration: 1,
      sampleRate: 8000,
      channels: 1,
    });
  });

  it("is converted to 16-bit WAV at its own sample rate", async () => {
    const demo = await open(browser, "/demos/give-sound");
    const clip = givenField(demo, "clip");
    await clip.choose({ ...wav, buffer: sineWav({ bits: 32, sampleRate: 22_050 }) });
    await clip.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    const got = await facts(demo, "got");
    expect(got).toMatchObject({ bits: 16, sampleRate: 22_050, duration: 1 });
    expect(got.rms).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });

  it("is dropped", async () => {
    const demo = await open(browser, "/demos/give-file");
    await hand(demo, "table", "drop", csv(60));
    await givenField(demo, "table").says(/table\.csv · 60 bytes · uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({ name: "table.csv", size: 60 });
  });

  it("is pasted", async () => {
    const demo = await open(browser, "/demos/give-picture");
    const buffer = await png(demo);
    await hand(demo, "photo", "paste", { name: "image.png", mimeType: "image/png", buffer });
    await givenField(demo, "photo").says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({
      mimeType: "image/png",
      width: 40,
      height: 30,
    });
  });

  it("is pasted by the button", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    const demo = await open(browser, "/demos/give-picture", { permissions });
    const bytes = (await png(demo)).toString("base64");
    await demo.page.evaluate(async (base64) => {
      const png = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const blob = new Blob([png], { type: "image/png" });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    }, bytes);
    const photo = givenField(demo, "photo");
    await photo.press("Paste");
    await photo.says(/pasted\.png .* uploaded/);
  });

  it("is refused before a byte is sent where it is of a wrong type, or too large", async () => {
    const demo = await open(browser, "/demos/give-file");
    const uploads = countUploads(demo);
    const table = givenField(demo, "table");
    await table.choose({ name: "a.csv", mimeType: "text/csv", buffer: await png(demo) });
    await table.fault.filter({ hasText: 'This is a PNG picture named "a.csv"' }).waitFor();
    await table.choose(csv(30_000_001));
    await table.fault.filter({ hasText: "of 30,000,001 bytes: choose a smaller one." }).waitFor();
    expect(uploads()).toBe(0);
    await demo.run.click();
    await table.fault.waitFor();
    expect(await demo.stop.count()).toBe(0);
  });

  it("must be given: Run says so beside it", async () => {
    const demo = await open(browser, "/demos/give-sound");
    await demo.run.click();
    await givenField(demo, "clip").fault.filter({ hasText: "Clip is not given yet." }).waitFor();
  });

  it("is waited for where Run is pressed while it goes up", async () => {
    const demo = await open(browser, "/demos/give-file");
    await demo.page.route("**/api/graphql", async (route) => {
      const isUpload = route.request().headers()["content-type"]?.startsWith("multipart/");
      if (isUpload) await demo.page.getByRole("button", { name: /^Uploading/ }).waitFor();
      await route.continue();
    });
    await givenField(demo, "table").choose(csv(60));
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({ name: "table.csv" });
  });

  it("is said honestly after a reload, and given again", async () => {
    const demo = await open(browser, "/demos/give-file");
    const table = givenField(demo, "table");
    await table.choose(csv(60));
    await table.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    await demo.page.reload();
    await table.says(/table\.csv · 60 bytes · given before the page was loaded again/);
    await demo.run.click();
    await demo.page.locator("[data-output=got]", { hasText: "table.csv" }).waitFor();
  });
});

describe("an upload over a bad wire", () => {
  it("is cancelled; is cut off, and goes up when it is tried again", async () => {
    await using wire = await createTcpProxy(Number(new URL(siteUrl).port));
    const demo = await open(browser, "/demos/give-file", { at: wire.url });
    const table = givenField(demo, "table");
    const bar = table.field.getByRole("progressbar");

    wire.pause();
    await table.choose(csv(20_000_000));
    await bar.waitFor();
    await table.press("Cancel");
    await bar.waitFor({ state: "detached" });
    wire.resume();

    wire.pause();
    await table.choose(csv(20_000_000));
    await bar.waitFor();
    wire.block();
    wire.cut();
    await table.fault.filter({ hasText: "The connection was lost" }).waitFor();
    wire.unblock();
    wire.resume();
    await table.press("Retry");
    await table.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect(await facts(demo, "got")).toMatchObject({ size: 20_000_000 });
    expect(takeOtherFaults(browser)).toEqual([]);
  });
});

describeOwn("a server that does not keep it any more", () => {
  it("is sent the file again, and the run starts, without anybody doing anything", async () => {
    await using site = await siteWith({ YIELDCAST_UPLOAD_KEEP_SECONDS: "0" });
    const demo = await open(browser, "/demos/give-file", { at: site.url });
    const table = givenField(demo, "table");
    const uploads = countUploads(demo);
    await table.choose(csv(60));
    await table.says(/uploaded/);
    await demo.run.click();
    await demo.reaches("done");
    expect(uploads()).toBe(1);
    const first = await demo.runId();
    await demo.run.click();
    await demo.page.locator(`a[href^="/runs/"]:not([href$="${first}"])`).waitFor();
    await demo.reaches("done");
    expect(uploads()).toBe(2);
    expect(await table.fault.count()).toBe(0);
  });
});
