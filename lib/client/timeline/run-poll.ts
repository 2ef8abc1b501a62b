import type { Track } from "./create-track";

/** Looks after runs that go on while somebody looks back, as nobody else loads what is new of them then. */
export interface RunPoll {
  /** Looks once more in a while, if any of the runs goes on. */
  schedule(): void;
  stop(): void;
}

/**
 * @param pollMs between two looks, in milliseconds
 * @param watched the runs that are to be looked after now
 */
export function createRunPoll(pollMs: number, watched: () => readonly Track[]): RunPoll {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    schedule() {
      stop();
      const goingOn = watched().filter(
        ({ over, complete, problem }) => !over && !complete && !problem,
      );
      if (goingOn.length === 0) return;
      timer = setTimeout(() => {
        for (const track of goingOn) track.load();
      }, pollMs);
    },
    stop,
  };
}
