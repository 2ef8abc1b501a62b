export interface ShowNewestOptions<Item, Loaded> {
  /**
   * @param come to be called when all of it is here, though there is still work with it: the next one may be on
   * its way meanwhile
   */
  load(item: Item, come: () => void): Promise<Loaded>;
  /** Called in the order in which they were given; what is loaded later than a newer one is left out. */
  show(item: Item, loaded: Loaded): void;
  /** How many may be on their way while an item is begun. */
  most(item: Item): number;
}

/** Shows what takes a while to load: the newest, and never a queue. */
export interface ShowNewest<Item> {
  give(item: Item): void;
  /** Shows nothing of what was given so far. */
  clear(): void;
}

/**
 * Loads what is given, some at a time, as a far server takes longer to answer than the next one to come.
 * While as many are on their way as may be, only the newest is remembered. One that cannot be loaded is
 * left out.
 */
export function createShowNewest<Item, Loaded>(
  options: ShowNewestOptions<Item, Loaded>,
): ShowNewest<Item> {
  const { load, show, most } = options;
  let waiting: { item: Item } | undefined;
  let onTheirWay = 0;
  let unfinished = 0;
  let begun = 0;
  let shown = 0;

  function next(): void {
    if (!waiting) return;
    const { item } = waiting;
    // Where the work takes longer than the way, none shall queue up for it.
    if (onTheirWay >= most(item) || unfinished >= 2 * most(item)) return;
    waiting = undefined;
    void begin(item, ++begun);
  }

  async function begin(item: Item, number: number): Promise<void> {
    onTheirWay++;
    unfinished++;
    let isHere = false;
    function come(): void {
      if (isHere) return;
      isHere = true;
      onTheirWay--;
      next();
    }
    try {
      const loaded = await load(item, come);
      if (number > shown) {
        shown = number;
        show(item, loaded);
      }
    } catch {
      // The one before stays.
    } finally {
      unfinished--;
      if (isHere) next();
      else come();
    }
  }

  return {
    give(item) {
      waiting = { item };
      next();
    },
    clear() {
      waiting = undefined;
      shown = begun;
    },
  };
}
