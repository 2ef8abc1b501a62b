import { createHostPage, type HostPage } from "./host-page";

export type EmbeddingPage = HostPage;

/** A page of somebody else's that shows an address in a frame. */
export function createEmbeddingPage(framed: string): Promise<EmbeddingPage> {
  return createHostPage({
    html: `<!doctype html><title>Elsewhere</title><h1>Somebody else's page</h1>
      <iframe title="A demo" src="${framed}" width="800" height="700"></iframe>`,
  });
}
