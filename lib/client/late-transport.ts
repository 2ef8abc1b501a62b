import type { Transport } from "./stream";

/**
 * A transport whose code is fetched when it is first used. Where that fails the stream is dropped before
 * anything was sent, and the next use tries again.
 */
export function createLateTransport(load: () => Promise<Transport>): Transport {
  let loading: Promise<Transport> | undefined;
  return {
    subscribe(request, sink) {
      let leave: (() => void) | undefined;
      let left = false;
      loading ??= load();
      loading.then(
        (transport) => {
          if (!left) leave = transport.subscribe(request, sink);
        },
        (error: unknown) => {
          loading = undefined;
          if (!left) sink.end({ kind: "dropped", reason: String(error) });
        },
      );
      return () => {
        left = true;
        leave?.();
      };
    },
    dispose() {
      void loading?.then(
        (transport) => transport.dispose(),
        () => {},
      );
    },
  };
}
