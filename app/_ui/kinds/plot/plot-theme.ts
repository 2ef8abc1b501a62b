/** What a plot takes from its page. */
export interface PlotTheme {
  readonly font: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  readonly dark: boolean;
}

export function readPlotTheme(element: Element): PlotTheme {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    font: style.fontFamily,
    ink: color("--ink"),
    muted: color("--muted"),
    line: color("--line"),
    ground: color("--sunk"),
    dark: style.colorScheme === "dark",
  };
}

/** Calls back when the page's theme has changed, until it is told to stop. */
export function watchPlotTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  const attributeFilter = ["data-theme", "style"];
  observer.observe(document.documentElement, { attributes: true, attributeFilter });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", changed);
  };
}
