import { describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { apiAddress } from "./address";

/** What the specification only recommends, and is otherwise here. */
const otherwise: string[] = [];

// https://github.com/graphql/graphql-http/blob/main/src/audits/server.ts
describe("GraphQL over HTTP, as graphql-http's audit understands it", () => {
  for (const { name, fn } of serverAudits({ url: apiAddress() })) {
    test(name, async () => {
      const result = await fn();
      const reason = result.status === "ok" ? "" : result.reason;
      if (otherwise.includes(name)) expect(result.status).toBe("warn");
      else expect({ status: result.status, reason }).toEqual({ status: "ok", reason: "" });
    });
  }
});
