import { createJavaScriptRegexEngine } from "@shikijs/engine-javascript";
import { codeToTokensBase, createShikiPrimitive, getLastGrammarState } from "@shikijs/primitive";
import { loadLanguage } from "./languages";

/** What a piece of code is, as far as it is coloured. */
export type CodeSort = "comment" | "keyword" | "name" | "number" | "string" | "type";

export interface CodePiece {
  readonly text: string;
  readonly sort: CodeSort | undefined;
}

/** Colours code line by line: what a line means depends on those before it alone. */
export interface LineHighlighter {
  /** The pieces of the next line. */
  next(line: string): readonly CodePiece[];
  /** Those of a line that is not whole yet. */
  peek(line: string): readonly CodePiece[];
}

// https://macromates.com/manual/en/language_grammars#naming-conventions
const scopes: { readonly [Sort in CodeSort]: readonly string[] } = {
  comment: ["comment", "punctuation.definition.comment", "markup.quote"],
  keyword: [
    "keyword",
    "storage",
    "markup.bold",
    "markup.heading",
    "entity.name.tag",
    "markup.deleted",
  ],
  name: [
    "entity.name.function",
    "support.function",
    "meta.function-call.generic",
    "entity.other.attribute-name",
  ],
  number: ["constant", "variable.language", "support.constant"],
  string: ["string", "punctuation.definition.string", "markup.inserted", "markup.raw"],
  type: [
    "entity.name.type",
    "entity.name.class",
    "support.type",
    "support.class",
    "entity.other.inherited-class",
  ],
};

const sorts = Object.keys(scopes) as CodeSort[];
/** A theme whose colours stand for sorts; what they look like is the page's. */
const colour = (sort: CodeSort) =>
  `#0000${(sorts.indexOf(sort) + 1).toString(16).padStart(2, "0")}`;
const theme = {
  name: "sorts",
  type: "light" as const,
  fg: "#000000",
  bg: "#ffffff",
  settings: [
    { settings: { foreground: "#000000", background: "#ffffff" } },
    ...sorts.map((sort) => ({
      scope: [...scopes[sort]],
      settings: { foreground: colour(sort) },
    })),
    // Operators are keywords to a grammar, and noise to an eye.
    {
      scope: ["keyword.operator", "storage.type.function.arrow"],
      settings: { foreground: "#000000" },
    },
  ],
};
const sortOf = new Map(sorts.map((sort) => [colour(sort), sort]));

/** Beyond it a line is not coloured; a line of a megabyte takes a grammar seconds. */
const longestLine = 1000;
/** Milliseconds after which the rest of a line is not coloured. */
const timeLimit = 500;
/** The first line waits for its grammar to be compiled, which takes a slow machine seconds. */
const firstTimeLimit = 10_000;

let primitive: ReturnType<typeof createShikiPrimitive> | undefined;

/** Makes a highlighter for one text in a language that is known. */
export async function createLineHighlighter(language: string): Promise<LineHighlighter> {
  const grammars = await loadLanguage(language);
  primitive ??= createShikiPrimitive({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const shiki = primitive;
  shiki.loadLanguageSync(...grammars);
  let state: ReturnType<typeof getLastGrammarState>;
  let isFirst = true;

  function read(line: string) {
    const tokens = codeToTokensBase(shiki, line, {
      lang: language,
      theme: "sorts",
      ...(state ? { grammarState: state } : {}),
      tokenizeTimeLimit: isFirst ? firstTimeLimit : timeLimit,
    });
    isFirst = false;
    return tokens;
  }
  const plain = (text: string): CodePiece[] => [{ text, sort: undefined }];

  function toPieces(tokens: ReturnType<typeof read>): CodePiece[] {
    return (tokens[0] ?? []).map(({ content, color = "" }) => ({
      text: content,
      sort: sortOf.get(color.toLowerCase()),
    }));
  }
  return {
    next(line) {
      if (line.length > longestLine) return plain(line);
      const tokens = read(line);
      state = getLastGrammarState(shiki, tokens) ?? state;
      return toPieces(tokens);
    },
    peek: (line) => (line.length > longestLine ? plain(line) : toPieces(read(line))),
  };
}
