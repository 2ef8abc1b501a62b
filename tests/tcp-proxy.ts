import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type TcpProxy = {
  port: number;
  url: string;
  /** Destroys every open connection, as a dropped network does. */
  cut(): void;
  /** Refuses new connections until `unblock()`. */
  block(): void;
  unblock(): void;
  /** Moves no byte, in either direction, until `resume()`: both sides believe to be connected. */
  pause(): void;
  resume(): void;
  /** How many connections are open. */
  readonly open: number;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * A wire that a test can cut, between a client and a server on this machine. Browsers' own "offline"
 * leaves open streams up and so proves nothing.
 *
 * @param targetPort the server's port
 */
export async function createTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let blocked = false;
  let paused = false;

  const server = createServer({ pauseOnConnect: true }, (client) => {
    if (blocked) {
      client.resetAndDestroy();
      return;
    }
    const target = connect(targetPort, "127.0.0.1");
    join(client, target);
    join(target, client);
  });

  function join(from: Socket, to: Socket) {
    sockets.add(from);
    from.setNoDelay(true);
    from.on("error", () => from.destroy());
    from.on("data", (bytes) => {
      if (to.write(bytes)) return;
      from.pause();
      to.once("drain", () => paused || from.resume());
    });
    from.on("end", () => to.end());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
    if (paused) from.pause();
    else from.resume();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const setPaused = (value: boolean) => {
    paused = value;
    for (const socket of sockets) value ? socket.pause() : socket.resume();
  };
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    cut,
    block: () => {
      blocked = true;
    },
    unblock: () => {
      blocked = false;
    },
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    get open() {
      return sockets.size / 2;
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
