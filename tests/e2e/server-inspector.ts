import { once } from "node:events";
import { WebSocket } from "ws";
import type { Site } from "../site";

/** The setting with which a site lets a test into its process. */
export const inspected = { NODE_OPTIONS: "--inspect=127.0.0.1:0" };

/**
 * Destroys every connection inside of the server's process, as a machine does that has no memory left
 * for them. The product has no door for that: it is done through Node's own inspector.
 *
 * @param site one that was started with `inspected`
 */
export async function killConnections(site: Site): Promise<void> {
  const [, address] = /Debugger listening on (ws:\S+)/.exec(site.log()) ?? [];
  if (!address) throw new Error(`The site has no inspector:\n${site.log()}`);
  const socket = new WebSocket(address);
  await once(socket, "open");
  const expression = `
    process._getActiveHandles()
      .filter((handle) => handle instanceof require("node:net").Socket && handle.server)
      .map((socket) => socket.destroy()).length`;
  const params = { expression, includeCommandLineAPI: true, returnByValue: true };
  const answered = once(socket, "message");
  socket.send(JSON.stringify({ id: 1, method: "Runtime.evaluate", params }));
  const [answer] = await answered;
  socket.terminate();
  const { result } = JSON.parse(String(answer)) as { result?: { result?: { value?: number } } };
  if (!result?.result?.value) throw new Error(`No connection was killed: ${answer}`);
}
