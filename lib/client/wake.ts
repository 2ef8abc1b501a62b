/** Calls back whenever waiting is likely to be over, until it is told to stop. */
export type OnWake = (listener: () => void) => () => void;

/** The network is back, or somebody looks at the page again (a laptop that slept, a phone unlocked). */
export const onWake: OnWake = (listener) => {
  if (typeof document === "undefined") return () => {};
  const seen = () => {
    if (document.visibilityState === "visible") listener();
  };
  addEventListener("online", listener);
  document.addEventListener("visibilitychange", seen);
  return () => {
    removeEventListener("online", listener);
    document.removeEventListener("visibilitychange", seen);
  };
};
