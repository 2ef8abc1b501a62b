/** Names in an embed's address that are not inputs. An input so named is `input.<name>`. */
export const embedWords: ReadonlySet<string> = new Set([
  "theme",
  "accent",
  "radius",
  "autorun",
  "parent",
  "run",
  "t",
]);
