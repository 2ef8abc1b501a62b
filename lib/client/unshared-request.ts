import { createRequest, type GraphQLRequest } from "@urql/core";

let operations = 0;

/** A request that is carried out by itself: urql would let equal ones share one answer or stream. */
export function unsharedRequest(
  document: string,
  variables: { readonly [name: string]: unknown },
): GraphQLRequest {
  return { ...createRequest(document, variables), key: --operations };
}
