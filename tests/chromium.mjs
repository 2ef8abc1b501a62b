import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * A Chromium that starts: the one of CHROMIUM_PATH, else the machine's, else Playwright's.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH=${given} does not start. Name another, or leave it out.`);
  }
  return [...onPath(), ...usualPlaces(), await ofPlaywright()].find(starts);
}

/**
 * As `findChromium`, but fetches one where there is none.
 *
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("Installing Chromium …");
  fetchPlaywrights();
  const fetched = await findChromium();
  if (fetched) return fetched;
  // Playwright's lacks system libraries on a bare Debian; Debian's brings its own.
  installDebians();
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error(
    "No Chromium for the browser tests, and none could be installed. Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/it npm test",
  );
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function usualPlaces() {
  const { LOCALAPPDATA, PROGRAMFILES, "PROGRAMFILES(X86)": programs86 } = process.env;
  const applications = ["Chromium.app/Contents/MacOS/Chromium"];
  applications.push("Google Chrome.app/Contents/MacOS/Google Chrome");
  if (process.platform === "darwin") {
    return applications.map((application) => path.join("/Applications", application));
  }
  if (process.platform !== "win32") return [];
  return [LOCALAPPDATA, PROGRAMFILES, programs86]
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, "Google/Chrome/Application/chrome.exe"));
}

async function ofPlaywright() {
  const { chromium } = await import("playwright-core");
  return chromium.executablePath();
}

/** @param {string} file */
function starts(file) {
  if (!existsSync(file)) return false;
  // There `--version` opens a window instead of answering.
  if (process.platform === "win32") return true;
  return spawnSync(file, ["--version"], { timeout: 20_000 }).status === 0;
}

function fetchPlaywrights() {
  const require = createRequire(import.meta.url);
  const cli = path.join(path.dirname(require.resolve("playwright-core/package.json")), "cli.js");
  attempt(process.execPath, [cli, "install", "chromium", "--no-shell"]);
}

function installDebians() {
  if (!existsSync("/etc/debian_version")) return;
  const root = process.getuid?.() === 0;
  const before = root ? [] : ["sudo", "-n"];
  for (const rest of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command = "", ...words] = [...before, "apt-get", ...rest];
    if (!attempt(command, words)) return;
  }
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function attempt(command, words) {
  try {
    execFileSync(command, words, { stdio: ["ignore", "inherit", "inherit"], timeout: 600_000 });
    return true;
  } catch (error) {
    console.error(
      `${command} ${words.join(" ")}: ${error instanceof Error ? error.message : error}`,
    );
    return false;
  }
}
