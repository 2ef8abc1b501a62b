import { feedLines } from "./feed-lines";
import { javaScriptLiteral } from "./literals";
import type { SnippetRequest } from "./snippet";

/**
 * The function that uploads.
 *
 * @param file the parameter and how the form gets its file: `path`, or `file`
 */
export function uploadFunction(api: string, parameter: string, file: string): string {
  return `
async function upload(${parameter}) {
  const body = new FormData();
  const query = "mutation ($file: File!) { upload(file: $file) { id } }";
  body.set("operations", JSON.stringify({ query, variables: { file: null } }));
  body.set("map", '{"0": ["variables.file"]}');
  body.set("0", ${file});
  const answer = await fetch(${javaScriptLiteral(api)}, { method: "POST", body });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  return data.upload.id;
}
`;
}

/** What a program of Node has before its own lines: imports, the upload, the document, its variables. */
export function nodeHead(request: SnippetRequest, install: string, imports: string[]): string {
  const { files, fed, api } = request;
  const reading = files.length > 0 ? ['import { readFile } from "node:fs/promises";'] : [];
  const head = [`// npm install ${install}`, ...feedLines(fed, "//"), ...reading, ...imports];
  const uploads = files.map(({ name, path }) => `variables.${name} = await upload("${path}");\n`);
  return `${head.join("\n")}\n${files.length > 0 ? uploadFunction(api, "path", "new Blob([await readFile(path)]), path") : ""}\n${constants(request)}${uploads.join("")}`;
}

/** The document and its variables. */
export function constants({ document, variables }: SnippetRequest): string {
  return `const query = \`${document}\`;\nconst variables = ${javaScriptLiteral(variables)};\n`;
}

/** A socket of graphql-ws. A retry would start a second run, so there is none. */
export function socketOf(request: SnippetRequest): string {
  return `const socket = createClient({
  url: ${javaScriptLiteral(request.socket)},
  webSocketImpl: globalThis.WebSocket ?? (await import("ws")).default, // before Node 22
  retryAttempts: 0, // it would start a second run
});
`;
}
