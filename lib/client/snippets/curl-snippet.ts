import { feedLines } from "./feed-lines";
import { safeJson } from "./literals";
import type { Snippet, SnippetRequest } from "./snippet";

/** One argument of a command may have 128 kB on Linux; what is longer goes through a pipe. */
const longestArgument = 100_000;

const uploadDocument = "mutation ($file: File!) { upload(file: $file) { id } }";

/** One request, answered with an event stream. */
export function curlSnippet(request: SnippetRequest): Snippet {
  const { api, document, variables, files, fed } = request;
  const url = /^[\w:/.-]+$/.test(api) ? api : `'${api.replaceAll("'", "%27")}'`;
  const uploads = files.map(({ name, path }) =>
    [
      `upload_${name}=$(curl -sS ${url} \\`,
      `  -F operations='${safeJson({ query: uploadDocument, variables: { file: null } })}' \\`,
      `  -F map='{"0": ["variables.file"]}' -F 0=@${path} | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')`,
    ].join("\n"),
  );
  const query = document.replace(/\s+/g, " ");
  const lines = Object.entries(variables).map(([name, value]) => `"${name}": ${safeJson(value)}`);
  // An upload's id is put in by the shell, between two parts in single quotes.
  const ids = files.map(({ name }) => `"${name}": "'"$upload_${name}"'"`);
  const given = [...lines, ...ids].map((line) => `\n    ${line}`);
  const variablesJson = given.length > 0 ? `{${given.join(",")}\n  }` : "{}";
  const body = `'{\n  "query": ${safeJson(query)},\n  "variables": ${variablesJson}\n}'`;
  const headers = "-H 'Accept: text/event-stream' -H 'Content-Type: application/json'";
  const run =
    body.length > longestArgument
      ? `printf %s ${body} |\n  curl -sSN ${url} ${headers} -d @-`
      : `curl -sSN ${url} \\\n  ${headers} \\\n  -d ${body}`;
  return {
    id: "curl",
    title: "curl",
    language: "sh",
    file: "run.sh",
    code: [...feedLines(fed, "#"), ...uploads, run, ""].join("\n"),
  };
}
