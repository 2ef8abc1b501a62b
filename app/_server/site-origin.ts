import { house } from "./house";

/** The origin under which this site is reached: `PUBLIC_URL`, else where the request was sent to. */
export function siteOrigin(headers: Headers): string {
  const { PUBLIC_URL } = house().settings;
  if (PUBLIC_URL !== undefined) return PUBLIC_URL;
  const secure = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  const address = `${secure ? "https" : "http"}://${headers.get("host")}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
}
