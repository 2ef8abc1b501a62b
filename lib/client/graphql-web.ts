/*
 * In the place of the parser and printer that urql brings along, where next.config.js puts it for browsers:
 * 5 kB, of which a page needs no more than to know its own documents' names. These are texts, and stay so:
 * a document is cut into its definitions, and each is sent as it was written.
 */

interface Definition {
  readonly kind: string;
  readonly operation?: string | undefined;
  readonly name?: { readonly kind: "Name"; readonly value: string } | undefined;
  /** As it was written. Not enumerable, and no part of GraphQL's own tree. */
  readonly text: string;
}

interface Document {
  readonly kind: "Document";
  readonly definitions: readonly Definition[];
}

/** The names of urql's that it asks for. */
export const Kind = {
  NAME: "Name",
  DOCUMENT: "Document",
  OPERATION_DEFINITION: "OperationDefinition",
  FRAGMENT_DEFINITION: "FragmentDefinition",
  FIELD: "Field",
} as const;

/**
 * The definitions of a document, without what is in them.
 *
 * @example parse("subscription S { a }").definitions[0].operation // "subscription"
 */
export function parse(source: string | { readonly body: string }): Document {
  const body = typeof source === "string" ? source : source.body;
  return { kind: "Document", definitions: cut(body).map(define) };
}

/** What `parse` was given. */
export function print(node: Document | Definition): string {
  return "definitions" in node ? node.definitions.map(({ text }) => text).join("\n\n") : node.text;
}

/** As the server's answers have it; urql makes one of each. */
export class GraphQLError extends Error {
  override readonly name = "GraphQLError";

  // The parameters are urql's.
  constructor(
    message: string,
    readonly nodes?: unknown,
    readonly source?: unknown,
    readonly positions?: unknown,
    readonly path?: readonly (string | number)[],
    readonly originalError?: unknown,
    readonly extensions: { readonly [name: string]: unknown } = {},
  ) {
    super(message);
  }
}

/** Strings, comments, and what opens and closes. */
const marks = /"""[\s\S]*?"""|"(?:\\.|[^"\\])*"|#[^\n\r]*|[({})]/g;

/** A definition ends where all that it has opened is closed. */
function cut(body: string): string[] {
  const texts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of body.matchAll(marks)) {
    if (mark === "{" || mark === "(") depth++;
    if (mark !== "}" && mark !== ")") continue;
    depth--;
    if (depth > 0 || mark === ")") continue;
    texts.push(body.slice(from, index + 1).trim());
    from = index + 1;
  }
  return texts;
}

function define(text: string): Definition {
  const [, word, name] = /^(?:#.*\s*)*([a-z]+)?\s*(\w+)?/.exec(text) ?? [];
  const isFragment = word === "fragment";
  const definition = {
    kind: isFragment ? Kind.FRAGMENT_DEFINITION : Kind.OPERATION_DEFINITION,
    operation: isFragment ? undefined : (word ?? "query"),
    name: name === undefined ? undefined : ({ kind: "Name", value: name } as const),
  };
  return Object.defineProperties(definition, {
    text: { value: text },
    selectionSet: {
      get(): never {
        throw new Error(
          "The browser knows its GraphQL documents as texts, and not what they select. For a cache of urql's leave out the line of @0no-co/graphql.web in next.config.js.",
        );
      },
    },
  }) as typeof definition & { readonly text: string };
}
