const linked = new Set(["http:", "https:", "mailto:", "tel:"]);
const pictures = /^data:image\/(?:avif|gif|jpeg|png|webp)[;,]/i;

/**
 * Where a link of a text leads, or `undefined` where it would run a script or leave the web.
 *
 * @param base the address of the page
 * @example safeLink("java\nscript:alert(1)", base) // undefined
 */
export function safeLink(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  // As browsers read it, which ignore what hides a scheme from a pattern.
  const url = new URL(href, base);
  return linked.has(url.protocol) ? url.href : undefined;
}

/**
 * Where a picture of a text comes from, or `undefined` where another host would learn who reads it, or
 * this one's API would be called.
 */
export function safePicture(source: string, base: string): string | undefined {
  if (pictures.test(source)) return source;
  if (!URL.canParse(source, base)) return undefined;
  const url = new URL(source, base);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const own = url.origin === new URL(base).origin && !isApi(url.pathname);
  return own ? url.href : undefined;
}

/** Whether a server may take a path for one of the API: it reads `//%61pi/x` as `/api/x`. */
function isApi(pathname: string): boolean {
  try {
    return /^[./\\]*api(?:[/\\]|$)/i.test(decodeURIComponent(pathname));
  } catch {
    return true;
  }
}
