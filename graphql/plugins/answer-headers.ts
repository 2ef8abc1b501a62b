import type { Plugin } from "graphql-yoga";

/** Keeps browsers and proxies from guessing, keeping or holding back what the API answers. */
export function answerHeadersPlugin(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      headers.set("X-Content-Type-Options", "nosniff");
      headers.append("Vary", "Origin");
      if (!headers.get("content-type")?.startsWith("text/event-stream")) {
        headers.set("Cache-Control", "no-store");
        return;
      }
      headers.set("Cache-Control", "no-cache, no-transform");
      // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      headers.set("X-Accel-Buffering", "no");
    },
  };
}
