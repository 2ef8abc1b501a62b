import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, installedLock } from "../tools/install.mjs";
import { requireNode } from "../tools/require-node.mjs";
import { ensureChromium } from "./chromium.mjs";

/*
 * `npm test` runs every check; `npm test -- lint`, `unit`, `contract` or `e2e` a part of them, and
 * any other word goes on to Jest as a file pattern. The last line says how many passed and failed.
 */

requireNode();
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const suites = ["unit", "contract", "e2e"];
const words = process.argv.slice(2);
const parts = words.filter((word) => word === "lint" || suites.includes(word));
// Jest looks for them in the whole path, where the folder of this copy may have a test's name.
const patterns = words
  .filter((word) => !parts.includes(word))
  .map((word) => (word.startsWith("-") ? word : `/tests/.*(?:${word})`));
const all = words.length === 0;
const total = { passed: 0, failed: 0, skipped: 0 };

try {
  ensureInstalled(root);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  total.failed += 1;
}

if (total.failed === 0) {
  // Beside the tests, which wait for their site to be built at first.
  const checks =
    all || parts.includes("lint")
      ? [
          check("Biome: format and lint", "@biomejs/biome/bin/biome", ["ci", "--colors=off"]),
          check("knip: nothing unused", "knip/bin/knip.js", ["--no-progress"]),
          check("TypeScript: types", "typescript/bin/tsc", ["--noEmit"]),
        ]
      : [];
  let wanted = suites.filter((suite) => parts.includes(suite));
  if (wanted.length === 0 && (all || patterns.length > 0)) wanted = suites;
  if (wanted.includes("e2e") && !(await hasChromium())) {
    total.failed += 1;
    wanted = wanted.filter((suite) => suite !== "e2e");
  }
  if (wanted.length > 0) await runJest(wanted);
  await Promise.all(checks);
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

/**
 * @param {string} title
 * @param {string} script below node_modules
 * @param {string[]} given
 */
async function check(title, script, given) {
  const options = { cwd: root, maxBuffer: 2 ** 26 };
  /** @type {string | undefined} */
  const fault = await new Promise((resolve) => {
    execFile(process.execPath, [fileOf(script), ...given], options, (error, stdout, stderr) =>
      resolve(error ? stdout + stderr || error.message : undefined),
    );
  });
  total[fault === undefined ? "passed" : "failed"] += 1;
  console.log(`${fault === undefined ? "✓" : "✗"} ${title}`);
  if (fault !== undefined) console.log(fault);
}

async function hasChromium() {
  try {
    process.env.CHROMIUM_PATH = await ensureChromium();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** @param {string[]} wanted */
async function runJest(wanted) {
  const report = path.join(root, ".yieldcast/jest.json");
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const jest = spawn(
    process.execPath,
    [
      "--experimental-vm-modules",
      "--no-warnings",
      fileOf("jest/bin/jest.js"),
      "--json",
      `--outputFile=${report}`,
      "--selectProjects",
      ...wanted,
      ...(patterns.length > 0 ? ["--testPathPatterns", ...patterns] : []),
    ],
    // Its JSON also goes to standard output, where nobody wants to read it.
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  const [status] = await once(jest, "close");
  const counts = readReport(report);
  total.passed += counts.numPassedTests;
  // A file that does not load has no tests that could fail.
  total.failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  total.skipped += counts.numPendingTests + counts.numTodoTests;
  const ran = counts.numPassedTests + counts.numFailedTests;
  if (ran === 0) console.log("✗ Jest ran no test");
  const explained = counts.numFailedTests + counts.numRuntimeErrorTestSuites > 0;
  if (ran === 0 || (status !== 0 && !explained)) total.failed += 1;
}

/** @param {string} report */
function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return {
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
    };
  }
}

/** @param {string} script */
function fileOf(script) {
  return path.join(path.dirname(installedLock(root) ?? ""), script);
}
