import type { Plugin } from "graphql-yoga";
import type { Settings } from "../../lib/settings";
import { isAllowedOrigin } from "../origin";

// What a form of another site can send without asking first:
// https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS#simple_requests
// Uploads come as multipart/form-data, and are judged by their origin alone. That is enough: with every
// POST, a form's too, a browser says where it comes from (`null` where it hides it, which is no allowed
// origin), older ones that do not still send `Sec-Fetch-Site`; and who sends neither is no browser.
const simple = /^(application\/x-www-form-urlencoded|text\/plain)/i;

/** Refuses requests of pages that may not use the API, and bodies that only a plain form would send. */
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
        refuse(
          415,
          "A request's body must be application/json, or multipart/form-data with a file.",
        );
      }
    },
  };
}
