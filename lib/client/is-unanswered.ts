import type { OperationResult } from "@urql/core";

/** Whether the server has not said anything on an operation, which may then be sent again. */
export function isUnanswered({ error }: OperationResult): boolean {
  if (!error?.networkError) return false;
  const response = error.response as Response | undefined;
  return response === undefined || response.status >= 500 || response.ok;
}
