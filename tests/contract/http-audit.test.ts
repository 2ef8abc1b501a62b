import { describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { apiAddress } from "./address";

// https://github.com/graphql/graphql-http/blob/main/src/audits/server.ts
describe("GraphQL over HTTP, as graphql-http's audit understands it", () => {
  for (const { name, fn } of serverAudits({ url: apiAddress() })) {
    // What is only recommended ("SHOULD") holds too: a warning fails the test.
    test(name, async () => {
      const result = await fn();
      const reason = result.status === "ok" ? "" : result.reason;
      expect({ status: result.status, reason }).toEqual({ status: "ok", reason: "" });
    });
  }
});
