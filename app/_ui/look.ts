/**
 * Runs before the first paint, so that no page flashes in the other theme. An embed takes its look
 * from its address (`?theme=dark&accent=0a7cff&radius=4`), any other page from what was chosen last.
 */
export function applyLook(key: string): void {
  const root = document.documentElement;
  let theme: string | null = null;
  if (location.pathname.startsWith("/embed/")) {
    root.dataset.framed = "";
    const asked = new URLSearchParams(location.search);
    theme = asked.get("theme");
    const accent = asked.get("accent")?.replace(/^(?=[0-9a-f]{3,8}$)/i, "#");
    if (accent && CSS.supports("color", accent)) root.style.setProperty("--accent", accent);
    else if (accent) root.dataset.wrongAccent = "";
    const radius = Number.parseFloat(asked.get("radius") ?? "");
    if (radius >= 0 && radius <= 32) root.style.setProperty("--corner", `${radius}px`);
  } else {
    try {
      theme = localStorage.getItem(key);
    } catch {
      // The browser keeps nothing for this site: the system's theme is used.
    }
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
}
