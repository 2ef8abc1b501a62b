import { createRequire } from "node:module";
import path from "node:path";

/**
 * Turbopack reads nothing outside its root, and Next must lie within. In a copy of this tree below
 * the repository (`tests/site.ts` makes such) node_modules is further up, so it is asked for.
 */
const packages = createRequire(import.meta.url).resolve("next/package.json");
const root = path.resolve(packages, "../../..");

/**
 * What is served to browsers in another's place, for its size; each of these files says why. Of Next's own
 * files the keys are the words with which others of its files ask for them, so they hold for this version:
 * tests/unit/ui/next-stand-ins.test.ts knows when they do not any more.
 *
 * @param {boolean} dev
 */
function standIns(dev) {
  const inBrowser = (/** @type {string} */ file) => ({ browser: `./${file}` });
  /** @type {Record<string, string | { browser: string }>} */
  const always = {
    "next/dist/shared/lib/app-dynamic": dev
      ? "./app/_ui/next/dynamic-in-development.tsx"
      : inBrowser("app/_ui/next/dynamic.tsx"),
    "../build/polyfills/polyfill-module": inBrowser("app/_ui/next/polyfills.ts"),
    "@0no-co/graphql.web": inBrowser("lib/client/graphql-web.ts"),
  };
  if (dev) return always;
  return {
    ...always,
    "next/dist/build/polyfills/process": inBrowser("app/_ui/next/process.ts"),
    "../../../lib/constants": inBrowser("app/_ui/next/constants.ts"),
    "./reducers/server-action-reducer": inBrowser("app/_ui/next/server-action-reducer.ts"),
    "./optimistic-routes": inBrowser("app/_ui/next/optimistic-routes.ts"),
    "./segment-cache/optimistic-routes": inBrowser("app/_ui/next/optimistic-routes.ts"),
    "../segment-cache/optimistic-routes": inBrowser("app/_ui/next/optimistic-routes.ts"),
    "../../shared/lib/instant-messages": inBrowser("app/_ui/next/instant-messages.ts"),
    "../../../shared/lib/router/utils/interception-routes": inBrowser(
      "app/_ui/next/interception-routes.ts",
    ),
    "../../../../shared/lib/router/utils/interception-routes": inBrowser(
      "app/_ui/next/interception-routes.ts",
    ),
    "./scheduler": inBrowser("app/_ui/next/scheduler.ts"),
    "./segment-cache/scheduler": inBrowser("app/_ui/next/scheduler.ts"),
  };
}

/** @type {import("next").NextConfig} */
export default {
  turbopack: {
    root,
    // A demo that does not compile fails alone, at its own import; unlisted here it fails every page.
    ignoreIssue: [{ path: "**/demos/**" }],
    resolveAlias: standIns(process.env.NODE_ENV === "development"),
    // What app/_server/sources.ts asks for: a demo's file as text.
    rules: { "**/demos/*.ts": { condition: { query: "?source" }, type: "text" } },
  },
  outputFileTracingRoot: root,
  // For hosts that ship only the files that a route needs: what no import names that the bundler sees.
  outputFileTracingIncludes: {
    // A demo may yield the path of a file beside it, and its examples may give some.
    "/**": ["./demos/**/*"],
    "/**/card.png": [
      "./node_modules/geist/{package.json,dist/fonts/geist-sans/Geist-{Regular,SemiBold}.ttf}",
    ],
    "/api/graphql": [
      "./public/**/*",
      "./lib/media/**/*-worker.mjs",
      // What demos/_detector-worker.mjs loads, of packages that have 120 MB: one build and one model.
      "./node_modules/@vladmandic/human/{package.json,dist/human.node*.js,models/centernet.*}",
      "./node_modules/@tensorflow/tfjs-{core,converter,backend-wasm}/{package.json,dist/*.node.js}",
      "./node_modules/@tensorflow/tfjs-backend-wasm/dist/*.wasm",
      "./node_modules/{node-fetch,whatwg-url,tr46,webidl-conversions}/{package.json,lib/**/*.js*}",
      "./node_modules/tr46/{index.js,lib/*}",
      // Its labels.
      "./node_modules/geist/{package.json,dist/sans.js,dist/fonts/geist-sans/Geist-Medium.ttf}",
    ],
  },
  // Two copies of graphql refuse each other's schemas, so every package gets Node's one.
  // Of mediabunny too: a coder that is registered with one copy is unknown to the other.
  serverExternalPackages: ["graphql", "ws", "mediabunny", "@mediabunny/flac-encoder"],
  // `npm test` checks the types; a demo with a type error shall still run.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Each page's modules are loaded when it is first asked for: all at once are 60 MB.
    preloadEntriesOnStart: false,
    // The cache of a build that was killed can fail every build after it.
    turbopackFileSystemCacheForBuild: false,
    // With its cache a second `npm run dev` reloads a page for ever ("HMR hash mismatch").
    turbopackFileSystemCacheForDev: false,
    // Ways to be there before a link was followed: pages here are made for each request.
    optimisticRouting: false,
    prefetchInlining: false,
    varyParams: false,
    // Asks another host for advisories at each `npm run dev`.
    agentUpgrade: false,
  },
  // Next trusts "localhost" only; the tests and many people type the number.
  allowedDevOrigins: ["127.0.0.1"],
  // No page uses it, and `/_next/image` would encode pictures of runs once more.
  images: { unoptimized: true },
  poweredByHeader: false,
};
