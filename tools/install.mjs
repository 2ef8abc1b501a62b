import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Installs the packages unless exactly those that package.json names are there.
 *
 * @param {string} root the folder of package.json
 */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  console.log("Installing packages …");
  /** @type {NodeJS.ProcessEnv} "production" would leave half of them out */
  const env = { ...process.env, NODE_ENV: "development" };
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith("npm-cli.js") ? [process.execPath, npm] : ["npm"];
  const result = spawnSync(command, [...before, "install", "--no-audit", "--no-fund"], {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    // On Windows `npm` is a batch file, which only a shell can start.
    shell: process.platform === "win32" && command === "npm",
  });
  if (result.status === 0 && isInstalled(root)) return;
  throw new Error(
    `\`npm install\` did not install what package.json names${result.error ? `: ${result.error.message}` : ""}. Its messages are above.`,
  );
}

/**
 * Whether the nearest node_modules holds the exact versions that package.json names. npm writes its
 * lock there last of all, so an install that was killed is seen: the lock is missing or old.
 *
 * @param {string} root the folder of package.json
 */
export function isInstalled(root) {
  const lock = installedLock(root);
  if (!lock) return false;
  const { dependencies, devDependencies } = readJson(path.join(root, "package.json"));
  const { packages } = readJson(lock);
  return Object.entries({ ...dependencies, ...devDependencies }).every(
    ([name, version]) =>
      packages?.[`node_modules/${name}`]?.version === version &&
      existsSync(path.join(path.dirname(lock), name, "package.json")),
  );
}

/**
 * npm's lock in the nearest node_modules, found as Node finds packages: a copy of the tree below the
 * repository uses the repository's.
 *
 * @param {string} root
 * @returns {string | undefined}
 */
export function installedLock(root) {
  const modules = path.join(root, "node_modules");
  const lock = path.join(modules, ".package-lock.json");
  if (existsSync(lock)) return lock;
  const parent = path.dirname(root);
  return existsSync(modules) || parent === root ? undefined : installedLock(parent);
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
