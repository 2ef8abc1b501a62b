import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { createBrowser } from "../../tests/browser";
import { open } from "../../tests/e2e/demo-page";
import { createSite } from "../../tests/site";
import { type PictureOf, pages } from "./pages";

const folder = path.resolve(".yieldcast/pictures");
const words = process.argv.slice(2);
const wanted = pages.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
mkdirSync(folder, { recursive: true });

await using site = await createSite({
  name: "pictures",
  demos: ["demos"],
  mode: "production",
  env: { YIELDCAST_MAX_EXAMPLE_RUNS: "100" },
});
await using browser = await createBrowser();
for (const page of wanted) {
  try {
    await take(page);
    console.log(page.name);
  } catch (error) {
    console.error(`${page.name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
console.log(`In ${path.relative(process.cwd(), folder)}.`);

async function take({ name, path: address, reach, shownAs }: PictureOf): Promise<void> {
  const demo = await open(browser, address, {
    at: site.url,
    viewport: { width: 1280, height: 900 },
    patience: 60_000,
    reducedMotion: "reduce",
  });
  await reach?.(demo);
  for (const colorScheme of ["light", "dark"] as const) {
    await demo.page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1280, 900],
      [390, 844],
    ] as const) {
      await demo.page.setViewportSize({ width, height });
      const picture = await demo.page.screenshot({ fullPage: width < 1000 });
      await sharp(picture).toFile(path.join(folder, `${name}-${colorScheme}-${width}.png`));
      if (shownAs && colorScheme === "light" && width === 1280) {
        await sharp(picture)
          .png({ palette: true, compressionLevel: 9 })
          .toFile(`docs/images/${shownAs}.png`);
      }
    }
  }
  await demo.page.context().close();
}
