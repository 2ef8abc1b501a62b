import { createRunStore, type RunStore, type RunStoreOptions } from "@/lib/client/run-store";
import { reducers } from "./kinds/reducers";
import { pageClient } from "./page-client";

/** What is known of a run before the code that follows it has come. */
export type PageStoreOptions = Omit<RunStoreOptions, "client" | "reducers">;

/** Opens the page's line to the server, which takes as long as a short run. */
export function openLine(): void {
  pageClient().warmUp();
}

/** A run store over the one client that a page has. */
export function createPageStore(options: PageStoreOptions): RunStore {
  return createRunStore({ ...options, reducers, client: pageClient() });
}
