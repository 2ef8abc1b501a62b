/** A page of the site that can be shown in another one. */
export type PageAddress =
  | { readonly what: "demo"; readonly name: string }
  | { readonly what: "run"; readonly id: string };

/**
 * What a page of the site shows, by its address.
 *
 * @param origin the site's own; `undefined` comes back for pages of others
 * @example readPageAddress("https://demos.example.org/runs/x", "https://demos.example.org") // { what: "run", id: "x" }
 */
export function readPageAddress(address: string, origin: string): PageAddress | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  // Behind a proxy that speaks TLS the site may not know that it is reached by it.
  if (url.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return undefined;
  const [, folder, name] = /^\/(demos|embed|runs)\/([\w-]+)\/?$/.exec(url.pathname) ?? [];
  if (!name) return undefined;
  return folder === "runs" ? { what: "run", id: name } : { what: "demo", name };
}
