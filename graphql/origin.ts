import type { Settings } from "../lib/settings";

/**
 * Whether the page that made a request, if a page made it, may use the API. Programs that are no
 * browsers send neither header, and have no cookies or network of somebody else's to misuse.
 *
 * Browsers send `Origin` with every socket and every request that may change something, and
 * `Sec-Fetch-Site` also with the links, images and forms of other sites, which carry no `Origin`:
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isAllowedOrigin(headers: Headers, settings: Settings): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, headers, settings) || isListed(origin, settings);
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

function isListed(origin: string, { ALLOWED_ORIGINS }: Settings): boolean {
  return ALLOWED_ORIGINS.includes("*") || ALLOWED_ORIGINS.includes(origin);
}

function isOwnOrigin(origin: string, headers: Headers, { PUBLIC_URL }: Settings): boolean {
  if (PUBLIC_URL !== undefined) return origin === PUBLIC_URL;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
