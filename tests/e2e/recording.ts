import type { Locator } from "playwright-core";

/** What was seen so far, oldest first, without repetitions. */
export type Recording = () => Promise<string[]>;

/** Records every text that an element has, from now on. */
export function recordText(element: Locator): Promise<Recording> {
  return record(element, "text");
}

/** Records the address of every picture that an `img` shows, from now on. */
export function recordPictures(image: Locator): Promise<Recording> {
  return record(image, "src");
}

async function record(locator: Locator, what: "text" | "src"): Promise<Recording> {
  const seen = await locator.evaluateHandle((element, what) => {
    const seen: string[] = [];
    const look = () => {
      const now = what === "src" ? element.getAttribute("src") : element.textContent;
      if (now !== null && now !== seen.at(-1)) seen.push(now);
    };
    look();
    new MutationObserver(look).observe(element, {
      attributeFilter: ["src"],
      characterData: true,
      childList: true,
      subtree: true,
    });
    return seen;
  }, what);
  return () => seen.jsonValue();
}
