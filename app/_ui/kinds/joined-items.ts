import { type GrownList, grow, listOf } from "@/lib/kinds/grown-list";

/** Items of an output's kind on the wire. */
export interface ItemsOnWire<Item> {
  readonly delta: readonly Item[];
  readonly reset: boolean;
}

/** Items as they grow. */
export interface JoinedItems<Item> {
  readonly items: GrownList<Item>;
  /** The same object for as long as items are only put behind. */
  readonly origin: object;
}

/** The items after some more have come. What was there is not copied, however many there are. */
export function joinItems<Item>(
  previous: JoinedItems<Item> | undefined,
  { delta, reset }: ItemsOnWire<Item>,
): JoinedItems<Item> {
  if (reset || !previous) return { items: listOf(delta), origin: {} };
  return { items: grow(previous.items, listOf(delta)), origin: previous.origin };
}
