/** Set by Yoga, not by this project; `tests/contract/docs.test.ts` provokes each. */
export const codesOfYoga = [
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "REQUEST_ENTITY_TOO_LARGE",
] as const;
