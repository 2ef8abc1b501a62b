import {
  fulfillRouteCacheEntry,
  writeRouteIntoCache,
} from "next/dist/client/components/segment-cache/cache";

type Known = typeof import("next/dist/client/components/segment-cache/optimistic-routes");
type Pathname = Parameters<typeof writeRouteIntoCache>[1];

/*
 * In the place of Next's guesses at routes that nobody has been to yet, which next.config.js switches off:
 * of these its browser needs no more than that a route which has come is kept.
 */

export const discoverKnownRoute: Known["discoverKnownRoute"] = (
  now,
  pathname,
  search,
  nextUrl,
  pending,
  ...route
) => {
  const [root, couldBeIntercepted, canonicalUrl, renderedSearch, perSegment] = route;
  const found = [root, couldBeIntercepted, canonicalUrl, renderedSearch, perSegment] as const;
  return pending
    ? fulfillRouteCacheEntry(now, pending, ...found)
    : writeRouteIntoCache(now, pathname as Pathname, search, nextUrl, ...found);
};

export const matchKnownRoute: Known["matchKnownRoute"] = () => null;

export const resetKnownRoutes: Known["resetKnownRoutes"] = () => {};
