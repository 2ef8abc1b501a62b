import { expect, test } from "@jest/globals";
import type { Token } from "marked";
import type { Block } from "@/lib/client/markdown/block";
import { createBlockReader } from "@/lib/client/markdown/block-reader";
import { readInline } from "@/lib/client/markdown/read-inline";

/** What of a text is seen, blocks behind one another. */
function seen(text: string, live: boolean, reader = createBlockReader()): string {
  const { groups, tail, more } = reader.read(text, live, {
    milliseconds: Number.POSITIVE_INFINITY,
  });
  if (more) return seen(text, live, reader);
  const blocks = [...groups.flat(), ...tail];
  return blocks.map((block, at) => ofBlock(block, live && at === blocks.length - 1)).join("");
}

const inline = (text: string, open: boolean) => ofTokens(readInline(text, open, {}));

function ofBlock(block: Block, open: boolean): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return inline(block.text, open);
    case "math":
      return block.pending ? "" : "∑";
    case "code":
    case "html":
      return block.text;
    case "list":
      return ofEach(block.items, open, ({ blocks }, last) => ofEach(blocks, last, ofBlock));
    case "quote":
      return ofEach(block.blocks, open, ofBlock);
    case "table": {
      const cells = [...block.header, ...block.rows.flatMap((row) => row.cells)];
      const last = cells.findLastIndex((cell) => cell !== "");
      return cells.map((cell, at) => inline(cell, open && at === last)).join("");
    }
    case "rule":
      return "";
  }
}

function ofEach<Each>(
  list: readonly Each[],
  open: boolean,
  of: (each: Each, open: boolean) => string,
) {
  return list.map((each, at) => of(each, open && at === list.length - 1)).join("");
}

function ofTokens(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "math") return "∑";
      if (token.type === "image") return "▣";
      if ("tokens" in token && token.tokens) return ofTokens(token.tokens);
      return "text" in token ? String(token.text) : token.raw;
    })
    .join("");
}

const documents = {
  emphasis: "Some **bold text** and *it*, **a `b` *c* d** __strong__ _em_ ***both*** ~~gone~~ end",
  "what is no emphasis": "2 * 3 * 4 is snake_case_words, 20~25, a < b & c, x[0] and 5 ** 2 = 25.",
  links:
    "See [a **bold** link](https://x.y/z_w) or <https://a.b> and ![alt](/x.png), then [more](/y).",
  code: "Use `a**b` and ``c ` d`` here.\n\n```ts\nconst a = `x`;\n\n```\n\nAfter.",
  lists:
    "Fruit\n\n- apples\n- **pears**\n  - small\n  - green\n- [ ] todo\n- [x] done\n\n1. one\n2. two\n\n   more of two\n\nEnd.",
  tables:
    "Prices:\n\n| Name | Price |\n|:-----|------:|\n| **Pear** | 3 |\n| Plum | `4` |\n\nThat is all.",
  headings: "# One\n\nText\n\n## Two *of* them\n\n---\n\nAfter the rule\n***\n",
  quotes: "> A quote\n> of **two** lines\n\nAnd out.",
  formulas:
    "Let $x^2 + y_1$ be, at $5 a piece, \\(a*b*c\\) and\n\n$$\n\\sum_{i=1}^n i\n$$\n\nor \\[ x \\] so.",
};

test.each(Object.entries(documents))(
  "nothing that is seen of %s is ever taken back",
  (_name, text) => {
    const whole = seen(text, false);
    const reader = createBlockReader();
    let before = "";
    for (let end = 1; end <= text.length; end++) {
      const prefix = text.slice(0, end);
      const now = seen(prefix, true, reader);
      const fresh = seen(prefix, true);
      expect({ prefix, now }).toEqual({ prefix, now: fresh });
      if (!whole.startsWith(now.trimEnd()) || !now.startsWith(before.trimEnd())) {
        throw new Error(
          `${JSON.stringify(prefix)} shows ${JSON.stringify(now)} of ${JSON.stringify(whole)}`,
        );
      }
      before = now;
    }
    expect(seen(text, false, reader)).toBe(whole);
  },
);
