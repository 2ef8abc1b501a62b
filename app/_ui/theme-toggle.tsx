"use client";

import { useSyncExternalStore } from "react";
import { themeKey } from "./theme-key";

type Theme = "system" | "light" | "dark";
const next: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const listeners = new Set<() => void>();

/** Goes round the three themes; `system` follows the device and is what is remembered by nothing. */
export function ThemeToggle() {
  const theme = useSyncExternalStore(subscribe, currentTheme, () => "system" as const);
  const label = `Theme: ${theme}. Change to ${next[theme]}`;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => choose(next[theme])}
      className="-mr-2 grid size-8 place-items-center rounded-part text-muted transition-colors hover:bg-sunk hover:text-text"
    >
      <svg
        aria-hidden="true"
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        {theme === "system" && (
          <>
            <circle cx="8" cy="8" r="5.75" />
            <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" stroke="none" />
          </>
        )}
        {theme === "light" && (
          <>
            <circle cx="8" cy="8" r="2.75" />
            <path
              strokeLinecap="round"
              d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7"
            />
          </>
        )}
        {theme === "dark" && (
          <path strokeLinejoin="round" d="M13.5 9.6A5.9 5.9 0 0 1 6.4 2.5a5.9 5.9 0 1 0 7.1 7.1z" />
        )}
      </svg>
    </button>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The document is the state: the script of the page's head has set it. */
function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // It holds until the next page, then.
  }
  for (const listener of listeners) listener();
}
