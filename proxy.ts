import { type NextRequest, NextResponse } from "next/server";
import { readSettings, type Settings } from "@/lib/settings";

const dev = process.env.NODE_ENV === "development";

/** Next's middleware: every page gets its security headers here, and a nonce for its scripts. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, protocol } = request.nextUrl;
  const settings = readSettings(process.env);
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const embed = /^\/embed(\/|$)/.test(pathname);
  const policy = /^\/playground(\/|$)/.test(pathname)
    ? playgroundPolicy(nonce, settings)
    : pagePolicy(nonce, settings, embed ? settings.EMBED_ORIGINS : ["'self'"]);
  const csp = Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");

  // Next reads the nonce out of the request's policy and puts it on every script that it writes.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", csp);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });

  response.headers.set("content-security-policy", csp);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set(
    "permissions-policy",
    "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()",
  );
  if (!embed) response.headers.set("cross-origin-opener-policy", "same-origin");
  // Sent in the clear it would be ignored, and on a developer's machine it would outlive the visit.
  if (protocol === "https:" || settings.PUBLIC_URL?.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=31536000");
  }
  return response;
}

type Policy = Record<string, string[]>;

function pagePolicy(nonce: string, settings: Settings, ancestors: string[]): Policy {
  return {
    "default-src": ["'self'"],
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      // React rebuilds the server's stacks with eval, in development only.
      ...(dev ? ["'unsafe-eval'"] : []),
    ],
    // In development Next adds styles without a nonce, and a nonce would switch 'unsafe-inline' off.
    "style-src": dev ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    // `style="…"` in the server's HTML, such as a slider's place. It cannot load or run anything.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": connectSources(settings),
    "worker-src": ["'self'", "blob:"],
    "frame-src": ["'self'"],
    "frame-ancestors": ancestors,
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
  };
}

/** GraphiQL's editor writes its styles into the page and starts its workers from blobs. */
function playgroundPolicy(nonce: string, settings: Settings): Policy {
  return {
    ...pagePolicy(nonce, settings, ["'self'"]),
    "script-src": ["'self'", `'nonce-${nonce}'`, ...(dev ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", "'unsafe-inline'"],
    "font-src": ["'self'", "data:"],
    "worker-src": ["'self'", "blob:"],
  };
}

/** `'self'` covers the socket in today's browsers; some that are still about want it named. */
function connectSources({ PUBLIC_URL }: Settings): string[] {
  return ["'self'", ...(PUBLIC_URL ? [PUBLIC_URL.replace(/^http/, "ws")] : [])];
}

export const config = {
  // The API and media set their own headers, and bodies that pass through here are cut at 10 MB.
  matcher: [
    "/((?!api/|media/|_next/|[^?]*\\.(?:avif|css|gif|ico|jpg|js|map|png|svg|txt|webmanifest|webp|woff2|xml)$).*)",
  ],
};
