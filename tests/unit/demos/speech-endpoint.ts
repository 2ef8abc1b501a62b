import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SpeechServer extends AsyncDisposable {
  /** For `SPEECH_URL`. */
  readonly url: string;
  /** The next request, with its body, and what answers it. */
  asked(): Promise<{ request: IncomingMessage; body: unknown; response: ServerResponse }>;
}

/**
 * As much of an OpenAI-compatible server as takes a text to be spoken; a test answers.
 * https://platform.openai.com/docs/api-reference/audio/createSpeech
 */
export async function createSpeechServer(): Promise<SpeechServer> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async asked() {
      const [request, response] = (await once(server, "request")) as [
        IncomingMessage,
        ServerResponse,
      ];
      let body = "";
      for await (const piece of request) body += piece;
      return { request, body: JSON.parse(body), response };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
