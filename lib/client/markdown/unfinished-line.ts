/** What stands before the words of a line: quotes, bullets, numbers, and the box of a task. */
const containers = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;
const task = /^[ \t]*\[(?:[ xX]\]?)?[ \t]*$/;
/** A line that is only this much may become a heading, a list, a rule, a fence, a table or a formula. */
const undecided =
  /^[ \t]*(?:#{1,6}|[-+*=_]+(?:[ \t]*[-*_])*|\d{1,9}[.)]?|`{1,2}|~{1,2}|(?:`{3}|~{3})[^\n]*|\||\$|\\\[?)?[ \t]*$/;

/**
 * A text that is still written, without its last line where nobody can tell yet what that will be.
 * `- ` may become an item or a rule, and `--` below a line makes a heading of it until a word follows.
 *
 * @example withoutUndecided("Fruit\n-") // "Fruit\n"
 */
export function withoutUndecided(text: string): string {
  const start = text.lastIndexOf("\n") + 1;
  const line = text.slice(start, start + 300);
  const words = line.replace(containers, "");
  const held = undecided.test(words) || (words.length < line.length && task.test(words));
  return held ? text.slice(0, start) : text;
}

/**
 * Makes a table of the head of one, whose second line is not there yet or not whole.
 *
 * @example closeTable("| Name | Pri") // "| Name | Pri |\n|---|---|"
 */
export function closeTable(text: string): string {
  const start = headStart(text);
  if (start === undefined) return text;
  const head = text
    .slice(start)
    .replace(/\n[|:\- \t]*$/, "")
    .trimEnd();
  const closed = /[^\\]\|$/.test(head) ? head : `${head} |`;
  const cells = Math.max(1, closed.replace(/\\\|/g, "").split("|").length - 2);
  return `${text.slice(0, start)}${closed}\n|${"---|".repeat(cells)}`;
}

/** Where the last line, or the one before a last line of dashes, begins a table. */
function headStart(text: string): number | undefined {
  const last = text.lastIndexOf("\n") + 1;
  const lineBefore = (start: number) =>
    start === 0 ? "" : text.slice(text.lastIndexOf("\n", start - 2) + 1, start - 1);
  const isRow = (line: string) => /^ {0,3}\|/.test(line);
  const isDashes = (line: string) => /^[|:\- \t]*$/.test(line);
  const line = text.slice(last);
  if (isRow(line) && !isDashes(line)) return isRow(lineBefore(last)) ? undefined : last;
  if (!isDashes(line) || last === 0) return undefined;
  const head = lineBefore(last);
  const start = last - head.length - 1;
  return isRow(head) && !isDashes(head) && !isRow(lineBefore(start)) ? start : undefined;
}
