import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../tools/build.mjs";
import { copySite } from "./copy-site";
import { freePort } from "./free-port";
import { withLock } from "./with-lock";

export type SiteOptions = {
  /** Its folder's name below `.sites/`. It stands for one set of demos. */
  name: string;
  /** Folders, from the repository's root, whose files become the site's `demos/`. */
  demos: string[];
  mode: "production" | "dev";
  /** Settings, over those of this process. */
  env?: Record<string, string>;
  /** What Node is started with. */
  flags?: string[];
};

/** The one that all tests share; whoever starts it once more finds it built. */
export const testSite = {
  name: "test",
  demos: ["demos", "tests/fixtures/demos", "bench/demos"],
  mode: "production",
} satisfies SiteOptions;

export type Site = {
  url: string;
  /** The copy of the tree that is served, so that a test can edit a demo of a dev site. */
  folder: string;
  logFile: string;
  readonly pid: number;
  /** Everything that it has printed so far, over all its starts. */
  log(): string;
  waitForLog(pattern: RegExp, milliseconds?: number): Promise<void>;
  /** Ends the process, with the given signal, and starts it again at the same address. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * Serves a copy of the tree with demos of a test's own. It is built at most once for the same
 * sources, however many ask for it at once.
 *
 * @example await using site = await createSite({ name: "test", demos: ["demos"], mode: "production" })
 */
export async function createSite(options: SiteOptions): Promise<Site> {
  const root = process.cwd();
  if (!existsSync(path.join(root, "start.mjs"))) {
    throw new Error(`Sites are made from the repository's root; this process is in ${root}`);
  }
  const sites = path.join(root, ".sites");
  mkdirSync(sites, { recursive: true });
  const folder = path.join(sites, options.name);
  await withLock(path.join(sites, "build.lock"), async () => {
    copySite(root, folder, options.demos);
    if (options.mode === "production") await ensureBuilt(folder);
  });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(sites, `${options.name}-${port}.log`);
  closeSync(openSync(logFile, "w"));
  const environment = {
    ...serverEnvironment(),
    // What a site runs by itself would be on show, and take its time, where a test looks at other things.
    YIELDCAST_MAX_EXAMPLE_RUNS: "0",
    ...options.env,
    HOST: "127.0.0.1",
    PORT: `${port}`,
  };
  const log = () => readFileSync(logFile, "utf8");

  const start = async () => {
    const before = log().length;
    const output = openSync(logFile, "a");
    const words = [...(options.flags ?? []), "start.mjs"];
    if (options.mode === "dev") words.push("--dev");
    const child = spawn(process.execPath, words, {
      cwd: folder,
      env: environment,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    process.once("exit", () => child.kill("SIGKILL"));
    await waitFor(() => {
      if (child.exitCode !== null) throw new Error(`The site ended at its start:\n${log()}`);
      return log().slice(before).includes(`at ${url}`);
    }, 100_000);
    const answer = await fetch(`${url}/api/graphql?query=%7B__typename%7D`, {
      headers: { accept: "application/json", "content-type": "application/json" },
    });
    if (!answer.ok) throw new Error(`The site answers ${answer.status}:\n${log()}`);
    return child;
  };

  let child = await start();
  return {
    url,
    folder,
    logFile,
    get pid() {
      return child.pid ?? 0;
    },
    log,
    waitForLog: (pattern, milliseconds = 60_000) => waitForLog(logFile, pattern, milliseconds),
    async restart(signal = "SIGTERM") {
      await end(child, signal);
      child = await start();
    },
    [Symbol.asyncDispose]: () => end(child, "SIGTERM"),
  };
}

/**
 * Waits until a site has printed something.
 *
 * @param logFile `site.logFile`, or of the site that all tests share: `process.env.YIELDCAST_LOG`
 */
export async function waitForLog(logFile: string, pattern: RegExp, milliseconds = 60_000) {
  const log = () => readFileSync(logFile, "utf8");
  await waitFor(() => pattern.test(log()), milliseconds).catch(() => {
    throw new Error(`Nothing in the log matched ${pattern} in ${milliseconds} ms:\n${log()}`);
  });
}

async function waitFor(condition: () => boolean, milliseconds: number) {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Did not happen in ${milliseconds} ms: ${condition}`);
    await sleep(20);
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const late = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(late);
}

/**
 * What Jest sets for its own sake would make Node and Next behave otherwise than for a visitor, and an
 * endpoint that somebody has set up for real chats or speech is not for tests.
 */
function serverEnvironment(): NodeJS.ProcessEnv {
  const {
    JEST_WORKER_ID: _worker,
    NODE_OPTIONS: _options,
    OPENAI_BASE_URL: _chat,
    SPEECH_URL: _speech,
    ...rest
  } = process.env;
  return { ...rest, NODE_ENV: "production" };
}
