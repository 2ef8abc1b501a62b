import { mkdirSync } from "node:fs";
import path from "node:path";
import pLimit from "p-limit";
import sharp from "sharp";
import { createBrowser } from "../../tests/browser";
import { type DemoPage, open } from "../../tests/e2e/demo-page";
import { createSite } from "../../tests/site";
import { createTcpProxy } from "../../tests/tcp-proxy";
import { type PictureOf, pages } from "./pages";
import { failed, states } from "./states";

const folder = path.resolve(".yieldcast/pictures");
const words = process.argv.slice(2);
const isWanted = ({ name }: PictureOf) =>
  words.length === 0 || words.some((word) => name.includes(word));
mkdirSync(folder, { recursive: true });

await using site = await createSite({
  name: "pictures",
  demos: ["demos"],
  mode: "production",
  env: { YIELDCAST_MAX_EXAMPLE_RUNS: "100", YIELDCAST_SHOW_SOURCE: "always" },
});
await using browser = await createBrowser();
const atOnce = pLimit(3);
const all = [...pages, ...states].filter(isWanted);
await Promise.all(all.map((page) => atOnce(() => tryToTake(page))));
if (isWanted(failed)) {
  await tryToTake({
    ...failed,
    async reach(demo) {
      await demo.page.getByRole("slider", { name: "Steps" }).press("End");
      await demo.run.click();
      await demo.picture("picture").waitFor();
      await site.restart("SIGKILL");
      await demo.reaches("failed");
    },
  });
}
console.log(`In ${path.relative(process.cwd(), folder)}.`);

async function tryToTake(page: PictureOf): Promise<void> {
  try {
    await take(page);
    console.log(page.name);
  } catch (error) {
    console.error(`${page.name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

async function take(picture: PictureOf): Promise<void> {
  const { name, path: address, reach, shownAs, height = 900, narrow, whole } = picture;
  await using wire = await createTcpProxy(Number(new URL(site.url).port));
  const demo = await open(browser, address, {
    at: wire.url,
    viewport: { width: 1280, height },
    reducedMotion: "reduce",
  });
  await reach?.(demo, wire);
  for (const colorScheme of ["light", "dark"] as const) {
    await demo.page.emulateMedia({ colorScheme });
    for (const width of narrow ? [1280, 390, 320] : [1280, 390]) {
      await demo.page.setViewportSize({ width, height: width < 1000 ? 844 : height });
      await settle(demo);
      const taken = await demo.page.screenshot({ fullPage: whole || width < 1000 });
      await sharp(taken).toFile(path.join(folder, `${name}-${colorScheme}-${width}.png`));
      if (shownAs && colorScheme === "light" && width === 1280) {
        await sharp(taken)
          .png({ palette: true, compressionLevel: 9 })
          .toFile(`docs/images/${shownAs}.png`);
      }
    }
  }
  await demo.page.context().close();
}

/** What is drawn by a script follows the page's width within some frames. */
async function settle({ page }: DemoPage): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 12; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}
