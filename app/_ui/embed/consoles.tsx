"use client";

import dynamic from "next/dynamic";
// See app/_ui/consoles.tsx.
import "../kinds";

/** A demo to be run, in another site's page. */
export const EmbedConsole = dynamic(() => import("./embed-console").then((it) => it.EmbedConsole));

/** One run of a demo, live or finished. */
export const EmbeddedRun = dynamic(() => import("./embedded-run").then((it) => it.EmbeddedRun));

/** A chat to be talked to. */
export const ChatConsole = dynamic(() =>
  import("../chat/chat-console").then((it) => it.ChatConsole),
);

/** @public */
export { EmptyStage } from "../empty-stage";
/** @public */
export { Icon } from "../icon";
/** @public */
export { FieldFrame } from "../kinds/field-frame";
/** @public */
export { Stage } from "../stage";
