import { createTimeline } from "@/lib/client/timeline/create-timeline";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { onWake } from "@/lib/client/wake";
import type { DemoDescription } from "@/lib/demo/describe";
import { reducers } from "../kinds";
import { pageClient } from "../page-client";

/** The timeline of a demo's runs, over the page's client. */
export function createPageTimeline(demo: DemoDescription, document: string): Timeline {
  const { outputs } = demo;
  return createTimeline({ client: pageClient(), document, outputs, reducers, onWake });
}
