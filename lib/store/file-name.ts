const longest = 255;

// Control and format characters: among the latter those that turn the direction of a text around, with
// which `gpj.exe` is shown as `exe.jpg`. https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * The name of a file as its sender gave it, fit to be shown: its last part without any folder, without
 * what cannot be seen, at most 255 characters. It is never the name of a file on the server.
 *
 * @example fileName("../../etc/passwd") // "passwd"
 */
export function fileName(given: string): string {
  const last = given.normalize("NFC").replace(unseen, "").split(/[/\\]/).pop()?.trim() ?? "";
  const name = /^\.*$/.test(last) ? "file" : last;
  const characters = [...name];
  if (characters.length <= longest) return name;
  // The ending is kept: it is what people know a file by.
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? "";
  return characters.slice(0, longest - [...ending].length).join("") + ending;
}
