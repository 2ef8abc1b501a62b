/*
 * In the place of Next's polyfills, where next.config.js puts it: all that the browsers lack which run the
 * rest of Next. https://developer.mozilla.org/docs/Web/API/URL/canParse_static
 */
if (!("canParse" in URL)) {
  Reflect.set(URL, "canParse", (address: string, base?: string) => {
    try {
      return Boolean(new URL(address, base));
    } catch {
      return false;
    }
  });
}

export {};
