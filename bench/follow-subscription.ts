import { once } from "node:events";
import { WebSocket } from "ws";

/** What comes of one operation on a socket: its data, one by one. */
export type OnData<Data> = (data: Data) => void;

/**
 * Opens a socket, runs one subscription to its end and closes. It does as little as a client can, so
 * that it is the server that is measured.
 *
 * @throws Error where the server answers with an error
 */
export async function follow<Data>(
  url: string,
  query: string,
  onData: OnData<Data>,
): Promise<void> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws");
  await once(socket, "open");
  socket.send('{"type":"connection_init"}');
  await new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`The socket was closed (${code}).`)));
    socket.on("message", (message) => {
      const { type, payload } = JSON.parse(String(message));
      if (type === "connection_ack") {
        socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query } }));
      } else if (type === "ping") {
        socket.send('{"type":"pong"}');
      } else if (type === "complete") {
        resolve();
      } else if (type === "error" || payload?.errors) {
        reject(new Error(JSON.stringify(payload)));
      } else {
        onData(payload.data);
      }
    });
  });
  socket.close();
}
