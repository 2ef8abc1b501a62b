import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import type { TestBrowser } from "../browser";

/** Where the site under test is. */
export const siteUrl = process.env.YIELDCAST_URL ?? "";

export type Phase = "idle" | "starting" | "queued" | "running" | "done" | "failed" | "cancelled";

/** A page, or an embed, on which a demo is run: what somebody in front of it finds there. */
export interface DemoPage {
  page: Page;
  run: Locator;
  stop: Locator;
  status: Locator;
  clock: Locator;
  /** The line at the top that tells of a lost connection. */
  lost: Locator;
  /** Whatever is said of the run, with its outputs. */
  facts: Locator;
  /** Why the run failed. */
  failure: Locator;
  notices: Locator;
  /** What an output shows, without its name and tools. */
  output(name: string): Locator;
  picture(name: string): Locator;
  field(label: string): Locator;
  reaches(...phases: Phase[]): Promise<void>;
  /** Waits until an output shows a text. */
  shows(output: string, text: string | RegExp): Promise<void>;
  /** The id of the run on show. */
  runId(): Promise<string>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Where to find the site; default: as it is served, without anything in between. */
  at?: string;
  inSameVisit?: Page;
  /** Done with the page before it is sent anywhere. */
  before?: (page: Page) => Promise<void> | void;
}

/** Opens an address of the site in a page of a visitor of its own. */
export async function open(
  browser: TestBrowser,
  path: string,
  { at = siteUrl, before, ...options }: OpenOptions = {},
): Promise<DemoPage> {
  const page = await browser.newPage(options);
  await before?.(page);
  await page.goto(new URL(path, at).href);
  // What is pressed before is another matter: see slow-scripts.test.ts.
  await page.waitForFunction(() => !document.forms[0] || window.yieldcastEarly?.ready);
  return demoPage(page);
}

export function demoPage(page: Page): DemoPage {
  const status = page.getByRole("status");
  const figure = (name: string) => page.locator(`[data-output="${name}"]`);
  const output = (name: string) => figure(name).locator("> div").last();
  return {
    page,
    // A finished run has a "Run again" too.
    run: page.getByRole("form", { name: "Inputs" }).getByRole("button", { name: /^Run/ }),
    stop: page.getByRole("button", { name: /^Stop/ }),
    status,
    clock: page.locator("[data-clock]"),
    lost: page.locator("[data-connection=lost]"),
    facts: page.getByRole("region", { name: "Outputs" }),
    failure: page.getByRole("region", { name: "Outputs" }).getByRole("alert"),
    notices: page.getByRole("list", { name: "Notices" }),
    output,
    picture: (name) => figure(name).getByRole("img"),
    field: (label) => page.getByLabel(label, { exact: true }),
    async reaches(...phases) {
      const wanted = phases.map((phase) => `[role=status][data-phase=${phase}]`);
      await page.locator(wanted.join(", ")).waitFor();
    },
    async shows(name, text) {
      await output(name).filter({ hasText: text }).waitFor();
    },
    async runId() {
      const address = await page.getByRole("link", { name: "This run" }).getAttribute("href");
      return address?.split("/").pop() ?? "";
    },
  };
}

/** Gives one field a value, and runs to the end; gives the id of the run. */
export async function finish(demo: DemoPage, field: string, value: string): Promise<string> {
  await demo.field(field).fill(value);
  await demo.run.click();
  await demo.reaches("done");
  return demo.runId();
}
