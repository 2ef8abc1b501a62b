import { once } from "node:events";
import { startProcess } from "../start-process";

/** A bare server of this folder, as a process of its own. */
export interface Limit {
  url: string;
  pid: number;
  [Symbol.dispose](): void;
}

/**
 * Starts one. It is a file of this folder that sends its port to whoever has started it, and ends when the
 * other one is gone.
 *
 * @param name of its file: `graphql-ws`
 */
export async function startLimit(name: string): Promise<Limit> {
  const child = await startProcess(`bench/limits/${name}.ts`);
  const [port] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`bench/limits/${name}.ts ended before it told its port.`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    [Symbol.dispose]: () => child.disconnect(),
  };
}
