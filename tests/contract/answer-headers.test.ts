import { expect, test } from "@jest/globals";
import { post } from "./query";

test("an answer of the API is neither kept nor guessed at, and differs by who asks", async () => {
  const { headers } = await post({ query: "{ __typename }" });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("vary")).toMatch(/\borigin\b/i);
});
