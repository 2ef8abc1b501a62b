import { expect, test } from "@jest/globals";
import { createDocumentCache } from "@/graphql/document-cache";

test("a cache of documents forgets the oldest, and takes no long one", () => {
  const cache = createDocumentCache<number>();
  for (let at = 0; at < 1000; at++) cache.set(`{ a${at} }`, at);
  const known = Array.from({ length: 1000 }, (_, at) => cache.get(`{ a${at} }`));
  expect(known.filter((each) => each !== undefined)).toHaveLength(100);
  expect(known.at(-1)).toBe(999);

  const long = `# ${"x".repeat(100_000)}\n{ a }`;
  cache.set(long, 1);
  expect(cache.get(long)).toBeUndefined();
});
