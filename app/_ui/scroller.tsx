import type { ComponentProps } from "react";

interface ScrollerProps extends ComponentProps<"section"> {
  "aria-label": string;
}

/** What scrolls in a room of its own: a keyboard can reach it, and a screen reader says what it is. */
export function Scroller(props: ScrollerProps) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
  return <section tabIndex={0} {...props} />;
}

/** The same in the middle of a text, where a landmark for each would be too many. */
export function InlineScroller(props: ComponentProps<"div"> & { "aria-label": string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one gives.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div role="group" tabIndex={0} {...props} />
  );
}
