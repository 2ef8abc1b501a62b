import type { Plugin } from "graphql-yoga";

/** Keeps proxies from holding back or compressing an event stream. */
export function unbufferedEventsPlugin(): Plugin {
  return {
    onResponse({ response }) {
      if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return;
      response.headers.set("Cache-Control", "no-cache, no-transform");
      // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      response.headers.set("X-Accel-Buffering", "no");
    },
  };
}
