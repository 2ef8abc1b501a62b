import { expect, jest, test } from "@jest/globals";
import { GraphQLError } from "graphql";
import { maskError } from "@/graphql/mask-error";
import { RunError } from "@/lib/run/run-error";

test("an error that is meant for the caller is shown, whichever copy of its class made it", async () => {
  jest.resetModules();
  const copy = await import("@/lib/run/run-error");
  expect(copy.RunError).not.toBe(RunError);
  for (const Made of [RunError, copy.RunError]) {
    const masked = maskError(new Made("RUN_NOT_FOUND", "There is no such run."));
    expect(masked.message).toBe("There is no such run.");
    expect((masked as GraphQLError).extensions).toEqual({ code: "RUN_NOT_FOUND" });
  }
});

test("any other error is masked, and the server's log has it", () => {
  const log = jest.spyOn(console, "error").mockImplementation(() => {});
  const secret = new Error("connect ECONNREFUSED /var/run/secret.sock");
  const masked = maskError(new GraphQLError(secret.message, { originalError: secret }));
  expect(masked.message).not.toContain("secret");
  expect((masked as GraphQLError).extensions).toEqual({ code: "INTERNAL" });
  expect(log).toHaveBeenCalledWith(expect.any(String), secret);
  log.mockRestore();
});
