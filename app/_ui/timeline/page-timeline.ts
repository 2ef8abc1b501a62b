import { createTimeline } from "@/lib/client/timeline/create-timeline";
import type { RunTimeline } from "@/lib/client/timeline/timeline";
import type { DemoDescription } from "@/lib/demo/describe";
import { pageTrack } from "./page-track";

/** The timeline of a demo's runs, over the page's client. */
export function createPageTimeline(demo: DemoDescription, document: string): RunTimeline {
  return createTimeline(pageTrack(demo, document));
}
