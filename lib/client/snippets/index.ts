import { browserSnippet } from "./browser-snippet";
import { curlSnippet } from "./curl-snippet";
import { apolloSnippet, graphqlWsSnippet, urqlSnippet } from "./node-snippets";
import { pythonSnippet } from "./python-snippet";
import type { Snippet, SnippetOptions } from "./snippet";
import { snippetRequest } from "./snippet-request";

const writers = [
  curlSnippet,
  browserSnippet,
  graphqlWsSnippet,
  urqlSnippet,
  apolloSnippet,
  pythonSnippet,
];

/**
 * Programs that run a demo with the inputs on screen, one in each language. A value may be anything: it
 * stands in each program as data.
 *
 * @example snippets({ parts, values: { steps: 5 }, api })[0].code // "curl -sSN https://…"
 */
export function snippets(options: SnippetOptions): Snippet[] {
  const request = snippetRequest(options);
  return writers.map((write) => write(request));
}
