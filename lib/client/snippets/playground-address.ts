import { safeJson } from "./literals";
import type { SnippetOptions } from "./snippet";
import { snippetRequest } from "./snippet-request";

/** So long an address every browser, proxy and server takes. */
const longestAddress = 8000;

/**
 * Where the playground opens with a demo's operation and the inputs on screen; `undefined` where they are
 * too long for an address.
 */
export function playgroundAddress(options: SnippetOptions): string | undefined {
  const { document, variables, files } = snippetRequest(options);
  const given = { ...variables, ...Object.fromEntries(files.map(({ name }) => [name, ""])) };
  const asked = new URLSearchParams({ query: document, variables: safeJson(given, 2) });
  const address = `/playground?${asked}`;
  return address.length > longestAddress ? undefined : address;
}
