import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../tests/free-port";
import type { GradioPython } from "./install-gradio";

/** Gradio, which serves one workload of `bench/gradio/app.py` in a process of its own. */
export interface Gradio {
  url: string;
  pid: number;
  /** Where it keeps what it was yielded. */
  folder: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What all apps keep is below it, and is removed with each of them. */
export const filesOfGradio = ".yieldcast/gradio-files";

/**
 * Starts it, on loopback, and waits until its page is served.
 *
 * @param workload a name of `APPS` in app.py
 * @throws Error with what it has printed, where it ends before that
 * @example await using gradio = await startGradio(python, "count");
 */
export async function startGradio(python: GradioPython, workload: string): Promise<Gradio> {
  mkdirSync(filesOfGradio, { recursive: true });
  const folder = mkdtempSync(path.resolve(filesOfGradio, "app-"));
  const files = path.join(folder, "files");
  mkdirSync(files);
  const logFile = path.join(folder, "log.txt");
  const output = openSync(logFile, "w");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(python.program, ["bench/gradio/app.py", workload, `${port}`], {
    env: {
      ...process.env,
      GRADIO_TEMP_DIR: files,
      // It would tell others of its start, and ask for its newest version.
      GRADIO_ANALYTICS_ENABLED: "False",
      HF_HUB_OFFLINE: "1",
      PYTHONDONTWRITEBYTECODE: "1",
    },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const atExit = () => child.kill("SIGKILL");
  process.once("exit", atExit);
  const isServed = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  const end = Date.now() + 60_000;
  while (!(await isServed())) {
    if (child.exitCode === null && Date.now() < end) {
      await sleep(10);
      continue;
    }
    child.kill("SIGKILL");
    throw new Error(`Gradio does not serve ${workload}: ${readFileSync(logFile, "utf8")}`);
  }
  return {
    url,
    pid: child.pid ?? 0,
    folder: files,
    async [Symbol.asyncDispose]() {
      process.off("exit", atExit);
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        // It waits for those who still listen.
        child.kill("SIGKILL");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
