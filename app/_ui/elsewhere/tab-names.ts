/** The tabs below a demo; each is also the fragment of its address: `/demos/count-up#embed`. */
export const tabNames = ["api", "embed", "source"] as const;

export type TabName = (typeof tabNames)[number];

export const tabLabels = { api: "API", embed: "Embed", source: "Source" } satisfies Record<
  TabName,
  string
>;

/** The strip of the tabs, and one of them. */
export const tabStyle = {
  list: "inline-flex gap-1 rounded-box bg-sunk p-1",
  tab: "flex h-9 items-center rounded-part px-4 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 data-active:bg-panel data-active:text-text data-active:shadow-sm data-active:shadow-[#000]/5",
};

/** The tab that a fragment names, such as `#api`. */
export function tabOf(fragment: string): TabName | undefined {
  return tabNames.find((name) => `#${name}` === fragment);
}
