/**
 * The first `count` of some items. Lists that have grown out of one another share their items, so that
 * one more does not cost a copy of all before it. A list itself never changes.
 */
export interface GrownList<Item> {
  readonly items: readonly Item[];
  readonly count: number;
}

/** Arrays that were made here, and so may be added to. */
const own = new WeakSet<readonly unknown[]>();

export function listOf<Item>(items: readonly Item[]): GrownList<Item> {
  return { items, count: items.length };
}

/** The older list with the newer one behind it. Associative. */
export function grow<Item>(older: GrownList<Item>, newer: GrownList<Item>): GrownList<Item> {
  if (newer.count === 0) return older;
  if (older.count === 0) return newer;
  // What another list has added to already is copied: both go on from the same beginning.
  const isFree = own.has(older.items) && older.items.length === older.count;
  const items = (isFree ? older.items : older.items.slice(0, older.count)) as Item[];
  for (let at = 0; at < newer.count; at++) items.push(newer.items[at] as Item);
  own.add(items);
  return { items, count: items.length };
}

/** A copy of the items of a list that are its own. */
export function itemsOf<Item>({ items, count }: GrownList<Item>): readonly Item[] {
  return items.length === count ? items : items.slice(0, count);
}

/** Cuts a list into ones whose items weigh about `size` together; at least one, which may be empty. */
export function cutList<Item>(
  list: GrownList<Item>,
  size: number,
  weigh: (item: Item) => number,
): GrownList<Item>[] {
  const cut: GrownList<Item>[] = [];
  let part: Item[] = [];
  let weight = 0;
  for (let at = 0; at < list.count; at++) {
    const item = list.items[at] as Item;
    const more = weigh(item);
    if (part.length > 0 && weight + more > size) {
      cut.push(listOf(part));
      part = [];
      weight = 0;
    }
    part.push(item);
    weight += more;
  }
  cut.push(listOf(part));
  return cut;
}

/** Whether a list begins with all of another one. */
export function beginsWith<Item>(
  list: readonly Item[],
  { items, count }: GrownList<Item>,
  isSame: (one: Item, other: Item) => boolean,
): boolean {
  if (list.length < count) return false;
  for (let at = 0; at < count; at++) {
    if (!isSame(list[at] as Item, items[at] as Item)) return false;
  }
  return true;
}
