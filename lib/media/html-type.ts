const plain = "text/html; charset=utf-8";
const withScripts = `${plain}; scripts=1`;

// `data:` pictures and sounds load nothing. Whoever opens the address as a page of its own gets the
// sandbox as well: it is of no origin, so it has no storage and no API.
// https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/sandbox
const closed =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; base-uri 'none'; form-action 'none'";
const policies: { readonly [type: string]: string } = {
  [plain]: `${closed}; sandbox`,
  [withScripts]: `${closed}; script-src 'unsafe-inline'; sandbox allow-scripts`,
};

/** The type under which a page in HTML is kept beside its log. It says whether its scripts may run. */
export function htmlType(scripts: boolean): string {
  return scripts ? withScripts : plain;
}

/** The content security policy of what is kept under a type of `htmlType`; `undefined` for any other. */
export function htmlPolicy(type: string): string | undefined {
  return Object.hasOwn(policies, type) ? policies[type] : undefined;
}
