import type { TrackOptions } from "@/lib/client/timeline/create-track";
import { onWake } from "@/lib/client/wake";
import type { DemoDescription } from "@/lib/demo/describe";
import { reducers } from "../kinds/reducers";
import { pageClient } from "../page-client";

/** How a timeline gets at the runs of a demo, over the page's client. */
export function pageTrack({ outputs }: DemoDescription, document: string): TrackOptions {
  return { client: pageClient(), document, outputs, reducers, onWake };
}
