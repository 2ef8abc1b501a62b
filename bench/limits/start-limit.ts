import { fork } from "node:child_process";
import { once } from "node:events";
import { bundle } from "../../tools/bundle.mjs";

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
  const file = `.yieldcast/limit-${name}.mjs`;
  await bundle(`bench/limits/${name}.ts`, file);
  const child = fork(file);
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
