import { Client, fetchExchange } from "@urql/core";
import { resumeExchange } from "./resume-exchange";
import { createSessionMemory, type SessionMemory } from "./session-memory";
import { createTransport, type TransportOptions } from "./transport";
import { onWake } from "./wake";

export interface ClientOptions extends Partial<TransportOptions> {
  memory?: SessionMemory;
}

/** A urql client whose subscriptions survive dropped connections. */
export interface RunClient extends Client {
  /** Opens its line before there is anything to be sent, for who is likely to start a run. */
  warmUp(): void;
  /** Closes its connections. */
  dispose(): void;
}

/**
 * The page's client, one for all that it shows.
 *
 * @example const client = createClient(); // talks to /api/graphql of the page's own origin
 */
export function createClient(options: ClientOptions = {}): RunClient {
  const url = new URL(options.url ?? "/api/graphql", globalThis.location?.href).href;
  const wake = options.onWake ?? onWake;
  const memory = options.memory ?? createSessionMemory();
  const transport = createTransport({ ...options, url, memory, onWake: wake });
  const client = new Client({
    url,
    exchanges: [resumeExchange({ transport, onWake: wake }), fetchExchange],
    preferGetMethod: false,
    ...(options.fetch && { fetch: options.fetch }),
  });
  return Object.assign(client, {
    warmUp: () => transport.warmUp(),
    dispose: () => transport.dispose(),
  });
}
