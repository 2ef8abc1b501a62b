import { setMaxListeners } from "node:events";
import { type ExecutionArgs, type ExecutionResult, GraphQLError } from "graphql";
import { CloseCode, makeServer } from "graphql-ws";
import type { WebSocket } from "ws";
import type { House } from "../lib/house";
import { LimitError } from "../lib/store/limit-error";
import { createCoalescedSend } from "./coalesced-send";
import { holdBackFloods } from "./hold-back-floods";
import { keepAlive } from "./keep-alive";
import { maskError } from "./mask-error";
import { schemaOf } from "./schema";
import { type Send, sendEach } from "./send-each";
import { subscribe } from "./subscribe";
import { withoutStatus } from "./without-status";
import type { GraphQLServer } from "./yoga";

/** As much of the pipeline's functions as an operation on a socket needs. */
interface Pipeline {
  execute(args: ExecutionArgs): ReturnType<typeof import("graphql").execute>;
}

interface Extra {
  /** Aborted when the wire is lost, whatever is still waited for. */
  readonly signal: AbortSignal;
  readonly send: Send;
  /** How many messages are being handled: an operation's until it is over, whoever ends it. */
  open: number;
}

/** Serves `graphql-transport-ws` on sockets: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export function createSocketServer(house: House, graphql: GraphQLServer) {
  const mostOpen = house.settings.YIELDCAST_MAX_CONNECTION_OPERATIONS;

  const server = makeServer<Record<string, unknown>, Extra>({
    execute: (args) => (args.rootValue as Pipeline).execute(args),
    // Through Yoga each event would pass its hooks, with nothing for them to do but to mask errors.
    subscribe: (args) => subscribe({ ...args, rootValue: undefined }),
    async onSubscribe({ extra }, _id, params) {
      try {
        if (extra.open > mostOpen) {
          const what = `This connection has ${mostOpen} operations open already`;
          throw new LimitError("TOO_MANY_OPERATIONS", what, "YIELDCAST_MAX_CONNECTION_OPERATIONS");
        }
        const schema = schemaOf(await house.catalogue());
        const context = { house, schema, signal: extra.signal, params };
        const { parse, validate, contextFactory, execute } = graphql.getEnveloped(context);
        const document = parse(params.query);
        const errors = validate(schema, document);
        if (errors.length > 0) return (errors as GraphQLError[]).map(withoutStatus);
        const args: ExecutionArgs = {
          schema,
          document,
          operationName: params.operationName ?? null,
          variableValues: params.variables ?? null,
          contextValue: await contextFactory(),
          rootValue: { execute } satisfies Pipeline,
        };
        return args;
      } catch (error) {
        // Thrown on, it would end the whole connection, and with it every other operation.
        const masked = maskError(error);
        return [
          masked instanceof GraphQLError ? withoutStatus(masked) : new GraphQLError(masked.message),
        ];
      }
    },
    onOperation({ extra }, id, _payload, _args, result) {
      // graphql-ws's own type of a result is the same but for `undefined`.
      const each = result as AsyncGenerator<ExecutionResult>;
      return "return" in result ? sendEach(id, each, extra.send) : undefined;
    },
  });

  return {
    /** Serves one socket until it closes. */
    accept(socket: WebSocket): void {
      const lost = new AbortController();
      // Every operation listens.
      setMaxListeners(0, lost.signal);
      const send = createCoalescedSend(socket);
      const extra: Extra = { signal: lost.signal, send, open: 0 };
      holdBackFloods(socket);
      const closed = server.opened(
        {
          protocol: socket.protocol,
          send,
          close: (code, reason) => socket.close(code, reason),
          onMessage: (receive) =>
            socket.on("message", async (data) => {
              extra.open++;
              try {
                await receive(String(data));
              } catch (error) {
                // What could not be sent because the wire is lost is nobody's fault.
                if (socket.readyState !== socket.OPEN) return;
                console.error("A socket's message could not be handled:", error);
                socket.close(CloseCode.InternalServerError, "Internal server error");
              } finally {
                extra.open--;
              }
            }),
        },
        extra,
      );
      keepAlive(socket);
      socket.on("error", () => socket.terminate());
      socket.once("close", (code, reason) => {
        lost.abort();
        void closed(code, String(reason));
      });
    },
  };
}
