import { createRunStore, type RunStore, type RunStoreOptions } from "@/lib/client/run-store";
import { pageClient } from "./page-client";

/** A run store over the one client that a page has. */
export function createPageStore(options: Omit<RunStoreOptions, "client">): RunStore {
  return createRunStore({ ...options, client: pageClient() });
}
