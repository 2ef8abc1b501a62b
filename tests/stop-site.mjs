/** Jest's globalTeardown: ends the site that `serve-site.mjs` started. */
export default async function stopSite() {
  await Reflect.get(globalThis, Symbol.for("yieldcast.test-site"))?.[Symbol.asyncDispose]();
}
