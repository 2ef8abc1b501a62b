/**
 * Runs in the playground before GraphiQL does, which has a theme of its own: the site's takes its place
 * whenever that was switched since, so that what is chosen here holds until then.
 *
 * @param key where the site remembers its theme
 */
export function followTheme(key: string): void {
  const [seen, own] = ["yieldcast:playground-theme", "graphiql:theme"];
  try {
    const theme = localStorage.getItem(key) ?? "system";
    if (localStorage.getItem(seen) === theme) return;
    localStorage.setItem(seen, theme);
    if (theme === "system") localStorage.removeItem(own);
    else localStorage.setItem(own, theme);
  } catch {
    // The browser keeps nothing for this site: both follow the system.
  }
}
