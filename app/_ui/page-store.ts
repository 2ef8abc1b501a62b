import { createClient, type RunClient } from "@/lib/client/create-client";
import { createRunStore, type RunStore, type RunStoreOptions } from "@/lib/client/run-store";

let client: RunClient | undefined;

/** A run store over the one client that a page has. */
export function createPageStore(options: Omit<RunStoreOptions, "client">): RunStore {
  client ??= createClient();
  return createRunStore({ ...options, client });
}
