import type { SnippetOptions, SnippetRequest } from "./snippet";

/** What the snippets say of a demo with the inputs on screen. */
export function snippetRequest(options: SnippetOptions): SnippetRequest {
  const { parts, api, outputs } = options;
  // What JSON leaves out, such as a text that is not whole JSON yet, is not given.
  const values = Object.fromEntries(
    Object.entries(options.values).filter(([, value]) => JSON.stringify(value) !== undefined),
  );
  const asked = parts.outputs.filter(({ name }) => outputs?.includes(name) ?? true);
  // What is not given and has a default is left to the server.
  const given = parts.arguments.filter(
    ({ name, type, file }) => file !== null || values[name] !== undefined || !type.endsWith("!"),
  );
  const declared = given.map(({ name, type }) => `$${name}: ${type}`);
  const passed = given.map(({ name }) => `${name}: $${name}`);
  const fields = [
    // Who feeds a run needs both.
    ...(parts.fed.length > 0 ? ["run { id key }"] : []),
    ...asked.map(({ name, selection }) => [name, selection].filter(Boolean).join(" ")),
  ];
  return {
    api,
    socket: api.replace(/^http/, "ws"),
    field: parts.field,
    document: [
      `subscription ${parts.name}${inParentheses(declared)} {`,
      `  ${parts.field}${inParentheses(passed)} {`,
      ...(fields.length > 0 ? fields : ["seq"]).map((field) => `    ${field}`),
      "  }",
      "}",
    ].join("\n"),
    variables: Object.fromEntries(
      given.flatMap(({ name, file }) => (file !== null ? [] : [[name, values[name] ?? null]])),
    ),
    files: given.flatMap(({ name, file }) => (file === null ? [] : [{ name, path: file }])),
    fed: parts.fed,
  };
}

function inParentheses(list: readonly string[]): string {
  return list.length > 0 ? `(${list.join(", ")})` : "";
}
