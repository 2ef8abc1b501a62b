import { createClient, type RunClient } from "@/lib/client/create-client";

let client: RunClient | undefined;

/** The one client that a page has. */
export function pageClient(): RunClient {
  client ??= createClient();
  return client;
}
