import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { apiAddress } from "./address";
import { query } from "./query";
import type { Result } from "./transport";

interface Piece {
  data?: string;
  value?: unknown;
  time?: number;
  wait?: boolean;
  end?: boolean;
}

interface Pushed {
  next: number;
  dropped: number;
  bufferedSeconds: number | null;
}

export type PushResult = Result<{ pushInput: Pushed }>;

/** Feeds one input of a run. */
export interface Pusher extends AsyncDisposable {
  /** Sends a piece now, whatever is under way. */
  push(index: number, piece?: Piece): Promise<PushResult>;
}

export interface Target {
  run: { id: string; key: string };
  input: string;
  site?: string | undefined;
}

const document = `mutation ($run: ID!, $key: String!, $input: String!, $index: Int!, $data: String, $value: JSON, $time: Float, $wait: Boolean! = false, $end: Boolean! = false) {
  pushInput(run: $run, key: $key, input: $input, index: $index, data: $data, value: $value, time: $time, wait: $wait, end: $end) { next dropped bufferedSeconds }
}`;

const variablesOf = ({ run, input }: Target, index: number, piece: Piece) => ({
  run: run.id,
  key: run.key,
  input,
  index,
  ...piece,
});

function pushOverHttp(target: Target): Pusher {
  return {
    push: (index, piece = {}) => query(document, variablesOf(target, index, piece), target.site),
    async [Symbol.asyncDispose]() {},
  };
}

/** All pieces over one socket. */
function pushOverSocket(target: Target): Pusher {
  const client = createClient({
    url: apiAddress(target.site).replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  return {
    push: (index, piece = {}) =>
      new Promise((resolve, reject) => {
        client.subscribe<{ pushInput: Pushed }>(
          { query: document, variables: variablesOf(target, index, piece) },
          {
            next: (result) => resolve(result as PushResult),
            error: (error) => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
            complete() {},
          },
        );
      }),
    async [Symbol.asyncDispose]() {
      await client.dispose();
    },
  };
}

/** Every way on which inputs are fed: `describe.each(ways)`. */
export const ways = [
  { name: "HTTP", open: pushOverHttp },
  { name: "a socket", open: pushOverSocket },
] as const;

/** The code of what was refused; `taken` of what was not. */
export function codeOf({ data, errors }: PushResult): string {
  return data ? "taken" : (errors?.[0]?.extensions?.code ?? JSON.stringify(errors));
}

/** Samples in base64, all of one value. */
export function sound(value: number, samples = 1): string {
  return Buffer.from(new Int16Array(samples).fill(value).buffer).toString("base64");
}
