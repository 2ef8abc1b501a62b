export interface ShowNewestOptions<Item, Loaded> {
  load(item: Item): Promise<Loaded>;
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
  let begun = 0;
  let shown = 0;

  function next(): void {
    if (!waiting || onTheirWay >= most(waiting.item)) return;
    const { item } = waiting;
    waiting = undefined;
    void begin(item, ++begun);
  }

  async function begin(item: Item, number: number): Promise<void> {
    onTheirWay++;
    try {
      const loaded = await load(item);
      if (number > shown) {
        shown = number;
        show(item, loaded);
      }
    } catch {
      // The one before stays.
    } finally {
      onTheirWay--;
      next();
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
