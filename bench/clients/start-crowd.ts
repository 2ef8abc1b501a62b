import { once } from "node:events";
import { startProcess } from "../start-process";

/** How many clients there are, and of which server. */
export interface Crowd {
  url: string;
  size: number;
}

/** What became of the tokens of all clients. */
export interface CrowdSaw {
  /** From the operation's sending to its end, the mean. */
  seconds: number;
  /** From the yield of a token to when it was read, in milliseconds: what 95 % do not exceed. */
  late: number;
  /** How many came, which is fewer than tokens where some came as one. */
  events: number;
  /** When the first token was yielded, in milliseconds since the epoch. */
  firstAt: number;
}

export interface StartedCrowd {
  /**
   * All send the same subscription, at once, and read it to its end.
   *
   * @param query what it gives has `delta`: tokens that are each their own instant, with a space behind
   * @param tokens how many each must get
   * @throws Error where one got more, fewer, or others
   */
  follow(query: string, tokens: number): Promise<CrowdSaw>;
  [Symbol.dispose](): void;
}

/** Opens one socket for each of many clients, in a process of their own. */
export async function startCrowd(crowd: Crowd): Promise<StartedCrowd> {
  const child = await startProcess("bench/clients/crowd.ts");
  const answer = (task: object) => {
    child.send(task);
    return Promise.race([
      once(child, "message").then(([message]) => message),
      once(child, "exit").then(() => {
        throw new Error("The clients gave up; what they say of it stands above.");
      }),
    ]);
  };
  await answer({ open: crowd });
  return {
    follow: (subscribe, tokens) => answer({ subscribe, tokens }),
    [Symbol.dispose]: () => child.disconnect(),
  };
}
