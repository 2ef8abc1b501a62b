/** Where the browser remembers the theme that was chosen. */
export const themeKey = "yieldcast:theme";
