import type { OnWake } from "./wake";

export interface BackoffOptions {
  onWake: OnWake;
  /** The second wait; the first try comes at once. Default: 250. */
  firstMs?: number;
  /** The longest wait. Default: 8,000. */
  mostMs?: number;
}

/** Waits between tries: longer each time, and never so that all clients come back at one instant. */
export interface Backoff {
  /** Calls back after the next wait, or as soon as the network is back or the page is looked at. */
  schedule(attempt: () => void): void;
  /** It worked: the next try comes at once again. */
  reset(): void;
  cancel(): void;
}

export function createBackoff({ onWake, firstMs = 250, mostMs = 8000 }: BackoffOptions): Backoff {
  let tries = 0;
  let cancel = () => {};
  return {
    schedule(attempt) {
      cancel();
      const wait = tries === 0 ? 0 : Math.min(mostMs, firstMs * 2 ** (tries - 1));
      tries++;
      const fire = () => {
        cancel();
        attempt();
      };
      const timer = setTimeout(fire, wait * (1 - Math.random() / 2));
      const unlisten = onWake(fire);
      cancel = () => {
        clearTimeout(timer);
        unlisten();
      };
    },
    reset() {
      tries = 0;
    },
    cancel: () => cancel(),
  };
}
