import nextJest from "next/jest.js";

const root = import.meta.dirname;

/** @param {string} name @param {import("jest").Config} more */
async function suite(name, more = {}) {
  // Next's own compiler, so that tests see what the site sees.
  return nextJest({ dir: root })({
    displayName: name,
    rootDir: root,
    testEnvironment: "<rootDir>/tests/test-environment.mjs",
    testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
    extensionsToTreatAsEsm: [".ts", ".tsx"],
    moduleNameMapper: {
      "^yieldcast$": "<rootDir>/lib/index.ts",
      "^yieldcast/react$": "<rootDir>/app/_ui/custom/index.ts",
      "^@/(.*)$": "<rootDir>/$1",
      // As next.config.js has it for browsers.
      "^@0no-co/graphql\\.web$": "<rootDir>/lib/client/graphql-web.ts",
    },
    // Next would compile these to CommonJS, and Jest then load them as modules.
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
  // Whatever the machine: the site and Chromium want their share. With three on two cores the tests of what
  // is heard and seen in real time are late more often than not.
  maxWorkers: 2,
  testSequencer: "<rootDir>/tests/test-sequencer.mjs",
  // What waits for what never comes fails then. Nothing is measured by it.
  testTimeout: 120_000,
  coverageProvider: "v8",
};
