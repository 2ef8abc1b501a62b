/**
 * Makes the function with which a run waits, and which its end interrupts. All waits share one listener: a
 * thousand of them a second would each cost more to hang on the signal than to wait.
 *
 * @returns waits for some milliseconds; rejects with an `AbortError` when the signal is aborted
 */
export function createSleep(signal: AbortSignal): (milliseconds: number) => Promise<void> {
  const interrupts = new Set<() => void>();
  signal.addEventListener(
    "abort",
    () => {
      for (const interrupt of interrupts) interrupt();
      interrupts.clear();
    },
    { once: true },
  );
  return (milliseconds) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(abortError(signal));
      const interrupt = () => {
        clearTimeout(timer);
        reject(abortError(signal));
      };
      const timer = setTimeout(() => {
        interrupts.delete(interrupt);
        resolve();
      }, milliseconds);
      interrupts.add(interrupt);
    });
}

/** Of Node's own timers too. */
const code = "ABORT_ERR";

function abortError({ reason }: AbortSignal): Error {
  const error = new Error("The operation was aborted", { cause: reason });
  return Object.assign(error, { name: "AbortError", code });
}
