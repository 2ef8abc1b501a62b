/** A run of `*`, `_` or `~` that has opened something. */
interface Opener {
  readonly mark: string;
  readonly at: number;
  count: number;
}

interface Bracket {
  readonly at: number;
  readonly image: boolean;
  /** How many emphases were open before it. */
  readonly depth: number;
}

/**
 * Ends what a line of markdown has begun and not ended yet, and leaves off what cannot be read yet, so
 * that no mark of the syntax is seen while its text is written.
 *
 * @example
 * closeInline("some **bold te") // "some **bold te**"
 * closeInline("see [the docs](https://exa") // "see the docs"
 */
export function closeInline(text: string): string {
  const openers: Opener[] = [];
  const brackets: Bracket[] = [];
  /** Where brackets are that are not shown. */
  const dropped = new Set<number>();
  let end = text.length;
  let behind = "";
  let at = 0;

  /** A link whose address is not whole yet is its text, a picture nothing. */
  function unfinished({ at: start, image, depth }: Bracket, label: number): void {
    if (image) {
      end = start - 1;
      openers.length = Math.min(openers.length, depth);
      return;
    }
    dropped.add(start);
    end = label;
  }

  while (at < end) {
    const letter = text[at] ?? "";
    if (letter === "\\") {
      const next = text[at + 1];
      if (next === undefined) end = at;
      else if (next === "(" || next === "[") {
        const close = text.indexOf(next === "(" ? "\\)" : "\\]", at + 2);
        if (close < 0) end = at;
        else at = close;
      }
      at += 2;
    } else if (letter === "`") {
      const run = runAt(text, at);
      const close = closingTicks(text, at + run, run);
      if (close < 0) {
        const code = withoutTicks(text.slice(at + run));
        if (code.trim() === "") end = at;
        else {
          end = at + run + code.length;
          behind = "`".repeat(run);
        }
        break;
      }
      at = close + run;
    } else if (letter === "$") {
      const close = closingDollar(text, at);
      if (close === "held") {
        end = at;
        break;
      }
      at = close;
    } else if (letter === "[") {
      const before = text[at - 1] ?? "";
      if (before === "!") brackets.push({ at, image: true, depth: openers.length });
      else if (!/[\p{L}\p{N}\])]/u.test(before))
        brackets.push({ at, image: false, depth: openers.length });
      at++;
    } else if (letter === "]") {
      const bracket = brackets.pop();
      const next = text[at + 1];
      if (bracket && next === undefined) {
        unfinished(bracket, at);
        break;
      }
      if (bracket && (next === "(" || next === "[")) {
        const close = closingBracket(text, at + 1);
        if (close < 0) {
          unfinished(bracket, at);
          break;
        }
        at = close;
      }
      at++;
    } else if (letter === "<" && /^<(?:[A-Za-z/!?][^>]{0,200})?$/.test(text.slice(at, at + 203))) {
      end = at;
    } else if (letter === "&" && /^&#?\w{0,31}$/.test(text.slice(at, at + 34))) {
      end = at;
    } else if (letter === "!" && at + 1 === text.length && !/\S/.test(text[at - 1] ?? " ")) {
      end = at;
    } else if (letter === "*" || letter === "_" || letter === "~") {
      const run = runAt(text, at);
      mark(letter, run);
      at += run;
    } else at++;
  }
  for (const bracket of brackets) {
    if (bracket.at >= end) continue;
    if (bracket.image) end = Math.min(end, bracket.at - 1);
    else dropped.add(bracket.at);
  }

  function mark(letter: string, run: number): void {
    const before = text[at - 1] ?? " ";
    const after = text[at + run];
    let left = run;
    const opens = after !== undefined && isOpening(letter, before, after);
    if (isClosing(letter, before, after ?? " ")) {
      while (left > 0) {
        const place = openers.findLastIndex((opener) => opener.mark === letter);
        const opener = openers[place];
        if (!opener) break;
        const taken = Math.min(left, opener.count);
        openers.length = place + 1;
        opener.count -= taken;
        left -= taken;
        if (opener.count === 0) openers.pop();
      }
    }
    if (left === 0) return;
    // It may yet be the beginning of something.
    if (after === undefined) end = at + run - left;
    else if (opens && (letter !== "~" || left === 2))
      openers.push({ mark: letter, at, count: left });
  }

  let shown = "";
  let from = 0;
  for (const bracket of [...dropped].sort((one, other) => one - other)) {
    if (bracket >= end) break;
    shown += text.slice(from, bracket);
    from = bracket + 1;
  }
  shown += text.slice(from, end);
  const open = openers.filter((opener) => opener.at < end);
  if (behind === "" && open.length === 0) return shown;
  // Of what has been opened and is still empty the marks are left off.
  for (let last = open.at(-1); last && behind === ""; last = open.at(-1)) {
    const bare = shown.trimEnd();
    if (!bare.endsWith(last.mark.repeat(last.count)) || last.at + last.count < end - 1) break;
    shown = bare.slice(0, -last.count);
    open.pop();
  }
  const closing = open.reverse().map(({ mark: letter, count }) => letter.repeat(count));
  if (closing.length === 0 && behind === "") return shown;
  return (behind === "" ? shown.trimEnd() : shown) + behind + closing.join("");
}

function runAt(text: string, at: number): number {
  let end = at;
  while (text[end] === text[at]) end++;
  return end - at;
}

function withoutTicks(text: string): string {
  let end = text.length;
  while (text[end - 1] === "`") end--;
  return text.slice(0, end);
}

function closingTicks(text: string, from: number, run: number): number {
  for (let at = text.indexOf("`", from); at >= 0; ) {
    const here = runAt(text, at);
    if (here === run) return at;
    at = text.indexOf("`", at + here);
  }
  return -1;
}

/** Where to read on behind a dollar, or that it may be the beginning of a formula. */
function closingDollar(text: string, at: number): number | "held" {
  const wide = text[at + 1] === "$";
  const from = at + (wide ? 2 : 1);
  if (!wide && /^\s/.test(text.slice(from))) return from;
  for (let close = text.indexOf("$", from); close >= 0; close = text.indexOf("$", close + 1)) {
    if (text[close - 1] === "\\") continue;
    if (!wide) return /\s/.test(text[close - 1] ?? "") ? from : close + 1;
    if (text[close + 1] === "$") return close + 2;
    if (close + 1 === text.length) return "held";
  }
  const rest = text.slice(from);
  // A price, or a formula that is longer than any.
  if (!wide && (/^\d[\d.,]*(?:$|[\s.,;:!?)]|[kKMBb]\b)/.test(rest) || rest.length > 400))
    return from;
  return "held";
}

/** The end of what `(` or `[` begins at a place; -1 where it is not there yet. */
function closingBracket(text: string, at: number): number {
  const opening = text[at];
  const closing = opening === "(" ? ")" : "]";
  let depth = 0;
  for (let here = at; here < text.length; here++) {
    const letter = text[here];
    if (letter === "\\") here++;
    else if (letter === opening) depth++;
    else if (letter === closing && --depth === 0) return here;
  }
  return -1;
}

const punctuation = /[\p{P}\p{S}]/u;

// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
function isOpening(mark: string, before: string, after: string): boolean {
  return (
    leans(after, before) && (mark !== "_" || !leans(before, after) || punctuation.test(before))
  );
}

function isClosing(mark: string, before: string, after: string): boolean {
  return leans(before, after) && (mark !== "_" || !leans(after, before) || punctuation.test(after));
}

function leans(towards: string, other: string): boolean {
  if (/\s/.test(towards)) return false;
  return !punctuation.test(towards) || /\s/.test(other) || punctuation.test(other);
}
