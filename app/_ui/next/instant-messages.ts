type Messages = typeof import("next/dist/shared/lib/instant-messages");

/** In the place of what Next has to say to developers who fetch pages before a link is followed. */
export const createLinkPrefetchPartialError: Messages["createLinkPrefetchPartialError"] = (path) =>
  new Error(`Only a part of ${path} was fetched before it was gone to.`);
