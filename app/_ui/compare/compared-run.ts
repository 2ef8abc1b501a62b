import type { DemoDescription } from "@/lib/demo/describe";
import type { LazyRunStore } from "../lazy-run-store";

/** A run as the server knows it, for a page that shows several. */
export interface ComparedRun {
  readonly id: string;
  readonly demo: DemoDescription;
  /** The demo's subscription. */
  readonly document: string;
  /** The query for its runs' events. */
  readonly timeline: string;
  /** As its watchers may know them. */
  readonly inputs: { readonly [input: string]: unknown };
  /** Since the epoch, in milliseconds. */
  readonly createdAt: number;
}

/** A run in its column. */
export interface Column extends ComparedRun {
  /** What it is called on the page: A, B, C or D. */
  readonly letter: string;
  readonly store: LazyRunStore;
}
