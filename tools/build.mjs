import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bundle } from "./bundle.mjs";
import { hashSources } from "./sources.mjs";

const longestWait = 180_000;

/**
 * Builds the site unless the build that is there was made from the same sources.
 *
 * @param {string} root
 * @returns {Promise<string>} the bundled server, to be imported
 */
export async function ensureBuilt(root) {
  const server = path.join(root, ".next/yieldcast-server.mjs");
  const stamp = path.join(root, ".next/yieldcast-built-from");
  const giveUp = Date.now() + longestWait;
  for (let attempt = 1; ; attempt++) {
    const hash = hashSources(root);
    if (read(stamp) === hash) return server;
    if (attempt === 1) console.log("Building …");
    // The stamp goes first and comes last, so a build that was killed is not taken for a whole one.
    rmSync(stamp, { force: true });
    const { code, output } = await runNextBuild(root);
    if (code === 0) {
      await bundle(path.join(root, "server.ts"), server);
      writeFileSync(stamp, hash);
      return server;
    }
    // With another start, or by one that was killed and whose build lives on.
    const isBusy = output.includes("Another next build process is already running");
    if (!isBusy || Date.now() > giveUp) {
      throw new Error(`${output}\nThe build failed; its output is above.`);
    }
    if (attempt === 1) console.log("Waiting for another build of this folder …");
    await sleep(1000);
  }
}

/** @param {string} root */
async function runNextBuild(root) {
  mkdirSync(path.join(root, ".next"), { recursive: true });
  const next = createRequire(path.join(root, "package.json")).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  /** @type {Buffer[]} */
  const output = [];
  child.stdout.on("data", (piece) => output.push(piece));
  child.stderr.on("data", (piece) => output.push(piece));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.removeListener("exit", stop);
  return { code, output: Buffer.concat(output).toString() };
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
