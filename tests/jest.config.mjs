import path from "node:path";
import nextJest from "next/jest.js";

const root = path.resolve(import.meta.dirname, "..");

/** @param {string} name @param {import("jest").Config} more */
async function suite(name, more = {}) {
  // Next's own compiler, so that tests see what the site sees.
  return nextJest({ dir: root })({
    displayName: name,
    rootDir: root,
    testEnvironment: "node",
    testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
    extensionsToTreatAsEsm: [".ts", ".tsx"],
    moduleNameMapper: { "^yieldcast$": "<rootDir>/lib/index.ts", "^@/(.*)$": "<rootDir>/$1" },
    // These run as they are; Next would compile them to CommonJS, which Jest takes them not to be.
    transformIgnorePatterns: ["\\.mjs$"],
    // Copies of the tree, which would be taken for second packages of the same name.
    modulePathIgnorePatterns: [
      "<rootDir>/\\.next/",
      "<rootDir>/\\.sites/",
      "<rootDir>/\\.yieldcast/",
    ],
    ...more,
  })();
}

const served = {
  globalSetup: "<rootDir>/tests/serve-site.mjs",
  globalTeardown: "<rootDir>/tests/stop-site.mjs",
};

export default {
  projects: [await suite("unit"), await suite("contract", served), await suite("e2e", served)],
  // Two, whatever the machine: the site and Chromium want their share.
  maxWorkers: 2,
  testTimeout: 30_000,
  coverageProvider: "v8",
};
