import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "@jest/globals";
import { createBrowser, type TestBrowser } from "../browser";
import { describeOwn } from "../contract/own-site";
import { eventually } from "../eventually";
import { createSite, type Site } from "../site";
import { type DemoPage, demoPage, open } from "./demo-page";
import { query } from "./query";

const helloWorld = `import { defineDemo, text } from "yieldcast";

export default defineDemo({
  title: "Hello world",
  description: "Greets.",
  inputs: { name: text({ default: "world" }) },
  outputs: { greeting: text({ append: true }) },
  async *run({ name }) {
    yield { greeting: "Hello, " };
    yield { greeting: name };
  },
});
`;

describeOwn("a site in development", () => {
  let browser: TestBrowser;
  let site: Site;
  beforeAll(async () => {
    const making = createSite({ name: "e2e-dev", demos: ["demos"], mode: "dev" });
    [browser, site] = await Promise.all([createBrowser(), making]);
  });
  afterEach(async () => {
    // In development the server's log comes to the browser's console, too, and Next's router takes up an
    // edit that comes before it is mounted (`dispatch` in its use-action-queue.ts), of which React warns.
    const known = /is no demo yet|a component that hasn't mounted yet/;
    const faults = browser.takeFaults().filter((fault) => !known.test(fault));
    await browser.closePages();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await site[Symbol.asyncDispose]();
  });

  const file = (name: string) => path.join(site.folder, "demos", name);
  const write = (name: string, content: string) => writeFileSync(file(name), content);

  /** A page is compiled when it is first asked for, which takes its time. */
  function openInDev(address: string): Promise<DemoPage> {
    return open(browser, address, { at: site.url });
  }

  it("makes a page, an embed, a subscription and an example of one file, without a restart", async () => {
    const pid = site.pid;
    const gallery = await openInDev("/");
    expect(await gallery.page.getByRole("link", { name: /Hello world/ }).count()).toBe(0);
    write("hello-world.ts", helloWorld);
    await gallery.page.getByRole("link", { name: /Hello world/ }).waitFor();
    // The compiler knows it, too.
    await eventually(
      async () => readFileSync(path.join(site.folder, "demos.d.ts"), "utf8"),
      (types) => types.includes('"hello-world": typeof import("./demos/hello-world").default;'),
    );

    const demo = await openInDev("/demos/hello-world");
    await demo.field("Name").fill("Ada");
    await demo.run.click();
    await demo.reaches("done");
    expect(await demo.output("greeting").textContent()).toBe("Hello, Ada");

    const embed = await openInDev("/embed/hello-world");
    await embed.run.click();
    await embed.shows("greeting", "Hello, world");

    const introspection = `{ __type(name: "Subscription") { fields { name args { name type { name } defaultValue } } } }`;
    const { __type } = await query<{ __type: { fields: { name: string; args: object[] }[] } }>(
      introspection,
      {},
      site.url,
    );
    const [field] = __type.fields.filter(({ name }) => name === "helloWorld");
    expect(field?.args).toContainEqual(
      expect.objectContaining({ name: "name", defaultValue: '"world"' }),
    );

    const playground = await openInDev("/playground");
    await playground.page.getByRole("tab", { name: "HelloWorld" }).waitFor();
    expect(site.pid).toBe(pid);
  });

  it("shows an edited demo as it is now", async () => {
    write("hello-world.ts", helloWorld);
    const demo = await openInDev("/demos/hello-world");
    await demo.run.click();
    await demo.shows("greeting", "Hello, world");
    write(
      "hello-world.ts",
      helloWorld.replace('"Hello, "', '"Good evening, "').replace('"world"', '"moon"'),
    );
    await eventually(
      async () => {
        await demo.page.reload();
        return demo.field("Name").inputValue();
      },
      (name) => name === "moon",
    );
    await demo.page.evaluate(() => sessionStorage.clear());
    await demo.page.reload();
    // What is pressed before is another matter: see slow-scripts.test.ts.
    await demo.page.waitForFunction(() => window.yieldcastEarly?.ready);
    await demo.run.click();
    await demo.shows("greeting", "Good evening, moon");
  });

  it("starts the run whose Run was pressed before its scripts came, though effects run twice here", async () => {
    const page = await browser.newPage();
    let deliver = () => {};
    const delivered = new Promise<void>((resolve) => {
      deliver = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, (route) => delivered.then(() => route.continue()));
    await page.goto(`${site.url}/demos/count-up`, { waitUntil: "commit" });
    const demo = demoPage(page);
    await demo.run.click();
    deliver();
    await demo.shows("count", /\d/);
    await demo.stop.click();
    await demo.reaches("cancelled");
  });

  it("says of a broken file what to mend, while the others run, and forgets it when it is mended", async () => {
    write("syntax.ts", "export default defineDemo({ title: ");
    write("thrower.ts", 'throw new Error("It throws at its import.");\nexport default {};\n');
    write("no-run.ts", helloWorld.replace("async *run", "async *walk"));
    write("reserved.ts", helloWorld.replace("outputs: { greeting", "outputs: { cursor"));
    const broken = ["syntax.ts", "thrower.ts", "no-run.ts", "reserved.ts"];

    const { page } = await openInDev("/");
    const faults = page.getByRole("region", { name: "Not demos yet" });
    for (const name of broken) await faults.getByText(`demos/${name}`, { exact: true }).waitFor();
    const words = (await faults.textContent()) ?? "";
    expect(words).toContain("It throws at its import.");
    expect(words).toMatch(/no-run\.ts.*\brun\b/);
    expect(words).toMatch(/reserved\.ts.*cursor/);
    await page.getByRole("link", { name: /Count up/ }).waitFor();

    const own = await openInDev("/demos/thrower");
    await own.page.getByText("It throws at its import.").waitFor();
    const other = await openInDev("/demos/count-up");
    await other.run.click();
    await other.shows("count", /\d/);
    await other.stop.click();

    write("thrower.ts", readFileSync(file("count-up.ts"), "utf8").replace("Count up", "Mended"));
    await page.getByRole("link", { name: /Mended/ }).waitFor();
    for (const name of broken) rmSync(file(name));
    await faults.waitFor({ state: "detached" });
  });
});
