/** The address of the API of the site under test; of another one where its URL is given. */
export function apiAddress(site = process.env.YIELDCAST_URL): string {
  if (!site)
    throw new Error("YIELDCAST_URL must be the URL of a site that serves tests/fixtures/demos.");
  return new URL("/api/graphql", site).href;
}
