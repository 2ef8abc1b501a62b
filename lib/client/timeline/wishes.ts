/** What was asked of a timeline, and can be done when the logs are here for it; in the order of asking. */
export interface Wishes {
  /** Whether something waits. */
  readonly waiting: boolean;
  /** Does it at once where nothing waits and it is ready; else what is missing is loaded first. */
  when(isReady: () => boolean, task: () => void): void;
  /** Does what has become ready; all of it where no more is on its way. */
  settle(): void;
  clear(): void;
}

interface WishesOptions {
  isBusy(): boolean;
  load(): void;
}

export function createWishes({ isBusy, load }: WishesOptions): Wishes {
  let waiting: { isReady(): boolean; task(): void }[] = [];

  function settle(): void {
    for (let [wish] = waiting; wish; [wish] = waiting) {
      if (isBusy() && !wish.isReady()) return;
      waiting.shift();
      wish.task();
    }
  }

  return {
    get waiting() {
      return waiting.length > 0;
    },
    when(isReady, task) {
      const isNext = waiting.length === 0 && isReady();
      waiting.push({ isReady, task });
      if (!isNext) load();
      settle();
    },
    settle,
    clear() {
      waiting = [];
    },
  };
}
