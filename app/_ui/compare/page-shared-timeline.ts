import { createSharedTimeline } from "@/lib/client/timeline/create-shared-timeline";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { pageTrack } from "../timeline/page-track";
import type { Column } from "./compared-run";

/** One timeline for the runs of all columns, over the page's client. */
export function createPageSharedTimeline(columns: readonly Column[]): Timeline {
  return createSharedTimeline(columns.map(({ demo, timeline }) => pageTrack(demo, timeline)));
}
