import type { Plugin } from "graphql-yoga";
import type { Settings } from "../../lib/settings";
import { isAllowedOrigin } from "../origin";

// What a form of another site can send without asking first:
// https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS#simple_requests
const simple = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/** Refuses requests of pages that may not use the API, and bodies that a plain form could send. */
export function originsPlugin(settings: Settings): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      const refuse = (status: number, message: string) =>
        endResponse(fetchAPI.Response.json({ errors: [{ message }] }, { status }));
      if (!isAllowedOrigin(request.headers, settings)) {
        refuse(
          403,
          "Pages of this origin may not use the API. ALLOWED_ORIGINS names those that may.",
        );
      } else if (
        request.method === "POST" &&
        simple.test(request.headers.get("content-type") ?? "")
      ) {
        refuse(415, "A request's body must be application/json.");
      }
    },
  };
}
