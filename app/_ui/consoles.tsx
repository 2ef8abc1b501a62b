"use client";

import { type ComponentProps, lazy } from "react";

/*
 * Each is a chunk of its own, so that a page downloads the one that its demo needs; it is in the server's
 * HTML all the same. Not `dynamic`: within one of these, Next's development server names chunks of others
 * to the browser that it does not serve.
 */

const LazyDemo = lazy(() => import("./demo-console").then((it) => ({ default: it.DemoConsole })));
const LazyChat = lazy(() =>
  import("./chat/chat-console").then((it) => ({ default: it.ChatConsole })),
);
const LazyRun = lazy(() => import("./chat/chat-run").then((it) => ({ default: it.ChatRun })));

/** A demo to be run. */
export function DemoConsole(props: ComponentProps<typeof LazyDemo>) {
  return <LazyDemo {...props} />;
}

/** A chat to be talked to. */
export function ChatConsole(props: ComponentProps<typeof LazyChat>) {
  return <LazyChat {...props} />;
}

/** One turn of a chat, with what was said before. */
export function ChatRun(props: ComponentProps<typeof LazyRun>) {
  return <LazyRun {...props} />;
}
