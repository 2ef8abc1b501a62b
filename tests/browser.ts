import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { findChromium } from "./chromium.mjs";

export type TestBrowser = {
  /** A page of a visitor of its own; `inSameVisit` gives that visitor a second tab. */
  newPage(options?: BrowserContextOptions & { inSameVisit?: Page }): Promise<Page>;
  /**
   * What went wrong in the pages since the last call: uncaught errors, `console.error` and what
   * the content security policy refused. A test that provokes some takes them here.
   */
  takeFaults(): string[];
  /** Throws if there were faults, and closes all pages. For `afterEach`. */
  closePages(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

const flags = [
  // Chromium refuses its sandbox to root, whom containers run as.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

/** Milliseconds that anything on a page may take to come, on a machine that is busy with other tests. */
const patience = 60_000;

/**
 * Chromium's own pages for what opens beneath its address bar: each visitor's window would load two of
 * them, which takes longer than all else that opening it does.
 */
const unseen = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"];

/** Of a flag that is given twice only the last counts, so these are Playwright's, too. */
const withoutFeatures = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
  ...unseen,
];

/**
 * Starts a Chromium whose pages fail their test when anything goes wrong in them. Microphone and camera
 * are Chromium's fakes, and every page may use them.
 *
 * @param without flags that shall be left out
 */
export async function createBrowser({
  without = [],
}: {
  without?: string[];
} = {}): Promise<TestBrowser> {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error("No Chromium was found; `npm test -- e2e` installs one");
  const args = flags.filter((flag) => !without.includes(flag));
  args.push(`--disable-features=${withoutFeatures}`);
  const browser = await chromium.launch({ executablePath, headless: true, args });
  let faults: string[] = [];

  /** Also a page that the tested one opens is watched. */
  function watch(context: BrowserContext) {
    context.on("weberror", (error) =>
      faults.push(`uncaught: ${error.error().stack || error.error().message}`),
    );
    context.on("console", (message) => {
      // Chromium fetches the tab's icon when it likes, also when a test has cut the line.
      if (/\/icon\.svg/.test(message.location().url)) return;
      // Chromium tells of refusals by the policy here, too.
      if (message.type() === "error") {
        faults.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
  }

  const takeFaults = () => {
    const taken = faults;
    faults = [];
    return taken;
  };
  return {
    async newPage({ inSameVisit, ...options } = {}) {
      if (inSameVisit) return inSameVisit.context().newPage();
      const context = await browser.newContext(options);
      context.setDefaultTimeout(patience);
      watch(context);
      return context.newPage();
    },
    takeFaults,
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      const taken = takeFaults();
      if (taken.length > 0) throw new Error(`Faults in the page:\n${taken.join("\n")}`);
    },
    [Symbol.asyncDispose]: () => browser.close(),
  };
}
