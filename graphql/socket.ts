import { type ExecutionArgs, execute, subscribe } from "graphql";
import { CloseCode, makeServer } from "graphql-ws";
import type { WebSocket } from "ws";
import { yoga } from "./yoga";

export function acceptSocket(socket: WebSocket, request: Request): void {
  const server = makeServer({
    execute: (args) => execute(args as ExecutionArgs),
    subscribe: (args) => subscribe(args as ExecutionArgs),
    onSubscribe: async (_ctx, _id, params) => {
      const { schema, parse, validate, contextFactory } = yoga().getEnveloped({ request, params });
      const document = parse(params.query);
      const errors = validate(schema, document);
      if (errors.length > 0) return errors;
      return {
        schema,
        document,
        operationName: params.operationName,
        variableValues: params.variables,
        contextValue: await contextFactory(),
      };
    },
  });
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          socket.send(data, (error) => (error ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (listen) =>
        socket.on("message", async (event) => {
          try {
            await listen(String(event));
          } catch (error) {
            socket.close(CloseCode.InternalServerError, (error as Error).message);
          }
        }),
    },
    { socket, request },
  );
  socket.once("close", (code, reason) => closed(code, String(reason)));
}
