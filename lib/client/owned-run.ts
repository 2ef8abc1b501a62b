import type { Client } from "@urql/core";

/** A run that this tab may feed: it has the key. */
export interface OwnedRun {
  readonly id: string;
  readonly key: string;
  /** The page's client, over which it is reached. */
  readonly client: Client;
}
