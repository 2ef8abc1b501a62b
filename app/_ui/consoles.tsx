"use client";

import dynamic from "next/dynamic";
// Next tells the browser in the HTML which chunks a page will need. Of what is lazy within what is lazy it
// names wrong ones, unless the outer file knows the inner one too.
import "./kinds";
import "./lazy-parts";

/*
 * Each is a chunk of its own, so that a page downloads the one that its demo needs; it is in the server's
 * HTML all the same.
 */

/** A demo to be run. */
export const DemoConsole = dynamic(() => import("./demo-console").then((it) => it.DemoConsole));

/** One run of a demo, live or finished. */
export const RunConsole = dynamic(() => import("./run-console").then((it) => it.RunConsole));

/** A chat to be talked to. */
export const ChatConsole = dynamic(() =>
  import("./chat/chat-console").then((it) => it.ChatConsole),
);

/** One turn of a chat, with what was said before. */
export const ChatRun = dynamic(() => import("./chat/chat-run").then((it) => it.ChatRun));

/** How a demo is used elsewhere than on its page. */
export const Elsewhere = dynamic(() => import("./elsewhere/elsewhere").then((it) => it.Elsewhere));

/** @public */
export { EmptyStage } from "./empty-stage";
/**
 * What nearly every part draws with, so that it comes once rather than with each of them.
 *
 * @public
 */
export { Icon } from "./icon";
/** @public */
export { FieldFrame } from "./kinds/field-frame";
/** @public */
export { Stage } from "./stage";
