import type { Lexer, Token } from "marked";
import type { Block, LinkTargets, ListItem } from "./block";
import { followerStart, lexBlocks } from "./lex-blocks";
import { fenceAt, isUnclosedFence, type OpenFence, readFence } from "./open-fence";
import { toBlock } from "./to-block";
import { closeTable, withoutUndecided } from "./unfinished-line";

/** What has been read of a markdown text. */
export interface ReadMarkdown {
  /** Blocks that never change again, in groups; only the last group still grows, as a new one. */
  readonly groups: readonly (readonly Block[])[];
  /** What is still written: mostly one block. */
  readonly tail: readonly Block[];
  readonly targets: LinkTargets;
  /** Whether there is more to be read, for which there was no time. */
  readonly more: boolean;
  /** Whether the text is longer than what is shown of it. */
  readonly cut: boolean;
}

export interface BlockReader {
  /**
   * Reads on in a text. Where it is not one that the last one has grown to, all is read anew.
   *
   * @param live whether more may come
   * @param bounds beyond which the rest is left for the next call
   */
  read(text: string, live: boolean, bounds?: ReadBounds): ReadMarkdown;
}

export interface ReadBounds {
  /** Default: 6. */
  readonly milliseconds?: number;
  /** How many blocks may be settled, as what is shown of them costs more than to read them. Default: 150. */
  readonly blocks?: number;
}

/** Of a longer text no more is shown: a page of a million letters is slow to lay out. */
export const longestShown = 1_000_000;
/** So much is read at once, which also bounds what nested syntax can cost. */
const windowSize = 8192;
/** So much is tried first where few blocks are wanted: what is read beyond them is read in vain. */
const smallWindow = 2048;
const fewBlocks = 40;
/** Blocks of one group: of those that do not change a page asks one question a group. */
export const groupSize = 24;
/** So much is settled in one call: what stands in it is read, and drawn, in the same frame. */
const settledAtOnce = 8000;
const mostBlocks = 10_000;
const mostTargets = 200;
const deepest = 40;

const openMath = /^ {0,3}(?:\$\$|\\\[)((?:(?!\$\$|\\\]|\n[ \t]*\n)[\s\S])*)$/;
const tooDeep = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${deepest}}`, "m");

/**
 * Makes a reader of one markdown text that grows. What it costs to read on depends on what is new and
 * on the block that is being written, not on how long the text is.
 */
export function createBlockReader(): BlockReader {
  let taken = "";
  let given = "";
  let text = "";
  let offset = 0;
  let groups: (readonly Block[])[] = [];
  let targets: LinkTargets = {};
  let level = 1;
  let count = 0;
  let fence: OpenFence | undefined;

  function take(next: string): void {
    if (next === taken) return;
    taken = next;
    if (!next.startsWith(given)) {
      text = "";
      given = "";
      offset = 0;
      groups = [];
      targets = {};
      level = 1;
      count = 0;
      fence = undefined;
    }
    // The second half of a line's end may come with the next piece.
    const whole = next.endsWith("\r") ? next.slice(0, -1) : next;
    const news = whole.slice(given.length, longestShown + 1);
    if (text.length <= longestShown)
      text += news.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd");
    given = whole.slice(0, longestShown + 1);
  }

  /** A heading below others, as the page sees it: it has no `h4` straight below its `h2`. */
  function levelOf(depth: number): number {
    level = Math.min(depth + 1, level + 1, 6);
    return level;
  }

  function settle(block: Block | undefined, length: number): void {
    offset += length;
    if (!block || count >= mostBlocks) return;
    count++;
    const last = groups.at(-1);
    if (last && last.length < groupSize) groups[groups.length - 1] = [...last, block];
    else groups.push([block]);
  }

  function learnTargets(lexer: Lexer): void {
    const links = Object.entries(lexer.tokens.links);
    const room = mostTargets - Object.keys(targets).length;
    const fresh = links.filter(([name]) => !Object.hasOwn(targets, name)).slice(0, room);
    if (fresh.length > 0) {
      const known = Object.assign(Object.create(null), targets, Object.fromEntries(fresh));
      targets = known as LinkTargets;
    }
  }

  /** Reads one step on, by `most` blocks. The tail, where no more of it can be settled by now. */
  function step(
    live: boolean,
    most: number,
    size = most < fewBlocks ? smallWindow : windowSize,
  ): readonly Block[] | undefined {
    const end = Math.min(text.length, longestShown);
    if (!fence) {
      const blank = /\n*/y;
      blank.lastIndex = offset;
      blank.test(text);
      offset = blank.lastIndex;
      fence = fenceAt(text, offset);
    }
    if (fence) {
      const { block, closed } = readFence(fence, text.slice(0, end), live);
      if (!closed) return [block];
      settle(block, block.raw.length);
      fence = undefined;
      return undefined;
    }
    const whole = text.slice(offset, Math.min(end, offset + size));
    const deep = whole.search(tooDeep);
    if (deep === 0) {
      // Nested without end: it is shown as it is.
      const line = whole.slice(0, whole.indexOf("\n") + 1 || whole.length);
      settle({ type: "html", raw: line, text: line.trimEnd() }, line.length);
      return undefined;
    }
    const source = deep > 0 ? whole.slice(0, deep) : whole;
    if (source.trim() === "") {
      if (offset + source.length < end) {
        settle(undefined, source.length);
        return undefined;
      }
      return [];
    }
    const last = offset + source.length === end;
    const writing = live && last && end === text.length;
    const known = writing ? closeTable(withoutUndecided(source)) : source;
    const before = level;
    const lexed = lexBlocks(known);
    if (!lexed) {
      // The parser gave up.
      settle({ type: "html", raw: source, text: source }, source.length);
      return undefined;
    }
    const { tokens, lexer } = lexed;
    const lineStart = last ? source.lastIndexOf("\n") + 1 : source.length;
    let at = 0;
    let settled = 0;
    for (const [index, token] of tokens.entries()) {
      if (settled >= most) break;
      const next = followerStart(tokens, index, at + token.raw.length);
      // Its end is known once a whole line of the next one is there.
      if (next === undefined || next >= lineStart) break;
      if (token.type === "code" && isUnclosedFence(token.raw)) break;
      settle(toBlock(token, levelOf), token.raw.length);
      at += token.raw.length;
      settled++;
    }
    learnTargets(lexer);
    if (settled > 0) return undefined;
    if (!last && size < windowSize) return step(live, most, windowSize);
    if (!last || source.length >= windowSize) {
      settleBeginning(tokens[0], source.length);
      return undefined;
    }
    const tail = tokens.flatMap((token) => toBlock(token, levelOf) ?? []);
    level = before;
    return writing ? tail.map(asPending) : tail;
  }

  /** Of a block that is longer than the window, all but its last part is taken for whole. */
  function settleBeginning(token: Token | undefined, most: number): void {
    const block = token && toBlock(token, levelOf);
    if (!block) {
      settle(undefined, Math.min(most, token?.raw.length ?? most));
      return;
    }
    if (block.type === "list" && block.items.length > 1) {
      const items: readonly ListItem[] = block.items.slice(0, -1);
      const length = items.reduce((sum, { raw }) => sum + raw.length, 0);
      settle({ ...block, raw: block.raw.slice(0, length), items }, length);
      return;
    }
    settle(block, block.raw.length);
  }

  return {
    read(next, live, { milliseconds = 6, blocks = 150 } = {}) {
      take(next);
      const began = performance.now();
      const from = offset;
      const most = count + blocks;
      let tail: readonly Block[] | undefined;
      do tail = count >= mostBlocks ? [] : step(live, most - count);
      while (
        !tail &&
        offset - from < settledAtOnce &&
        count < most &&
        performance.now() - began < milliseconds
      );
      const cut = text.length > longestShown || count >= mostBlocks;
      return { groups: [...groups], tail: tail ?? [], targets, more: !tail, cut };
    },
  };
}

/** A formula of its own that is still written is told by its beginning. */
function asPending(block: Block): Block {
  if (block.type !== "paragraph") return block;
  const text = openMath.exec(block.raw)?.[1];
  return text === undefined ? block : { type: "math", raw: block.raw, text, pending: true };
}
