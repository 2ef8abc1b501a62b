import type { Page, WebSocket } from "playwright-core";
import type { TestBrowser } from "../browser";

/** One message of `graphql-transport-ws`, as far as a test looks into it. */
interface Message {
  type: string;
  id?: string;
  payload?: {
    variables?: Record<string, unknown>;
    data?: Record<string, { run: { id: string; status: string }; [output: string]: unknown }>;
  };
}

export interface Wire {
  /** What the page has sent and received on its sockets, in this order. */
  readonly sent: Message[];
  readonly received: Message[];
  readonly sockets: number;
}

/** Listens to a page's sockets. To be called before the page opens one. */
export function listen(page: Page): Wire {
  const sent: Message[] = [];
  const received: Message[] = [];
  let sockets = 0;
  page.on("websocket", (socket: WebSocket) => {
    if (!socket.url().endsWith("/api/graphql")) return;
    sockets++;
    socket.on("framesent", ({ payload }) => sent.push(JSON.parse(String(payload))));
    socket.on("framereceived", ({ payload }) => received.push(JSON.parse(String(payload))));
  });
  return {
    sent,
    received,
    get sockets() {
      return sockets;
    },
  };
}

/**
 * Takes what a browser itself says of connections that a test has cut.
 *
 * @returns whatever else went wrong
 */
export function takeOtherFaults(browser: TestBrowser): string[] {
  const ofTheWire = /WebSocket connection to .* failed|Failed to load resource: net::ERR_/;
  return browser.takeFaults().filter((fault) => !ofTheWire.test(fault));
}
