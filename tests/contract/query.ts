import { apiAddress } from "./address";
import type { Result } from "./transport";

/** Carries out a query or a mutation over plain HTTP. */
export async function query<Data>(
  document: string,
  variables: Record<string, unknown> = {},
  site?: string,
): Promise<Result<Data>> {
  const response = await post({ query: document, variables }, {}, site);
  return (await response.json()) as Result<Data>;
}

/** The data of a query that must not fail. */
export async function ask<Data>(
  document: string,
  variables: Record<string, unknown> = {},
  site?: string,
): Promise<Data> {
  const { data, errors } = await query<Data>(document, variables, site);
  if (!data || errors)
    throw new Error(`The server answered ${JSON.stringify(errors)} to ${document}`);
  return data;
}

/** Sends anything to the API, as anybody could. */
export function post(
  body: unknown,
  headers: Record<string, string> = {},
  site?: string,
): Promise<Response> {
  return fetch(apiAddress(site), {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}
