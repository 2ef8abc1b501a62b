import { EventEmitter, once } from "node:events";
import { createServer, type ServerResponse } from "node:http";

export interface OpenAiEndpoint {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  /** Settles when a question has come. */
  asked(question: string): Promise<void>;
  /** What the newest question came with: who said what before, itself last. */
  conversation(): readonly string[];
  /** Sends one more thought. */
  think(thought: string): void;
  /** Sends one more token to who waits for the newest answer. */
  say(token: string): void;
  /** Ends the newest answer as it should. */
  finish(): void;
  /** Settles when whoever waited for the newest answer has hung up. */
  abandoned(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface Asked {
  model: string;
  stream: boolean;
  messages: { role: string; content: string | { type: string; text?: string }[] }[];
}

/**
 * As much of an OpenAI-compatible server as streams a chat's answer, token by token as a test says:
 * https://platform.openai.com/docs/api-reference/chat-streaming
 */
export async function createOpenAiEndpoint(): Promise<OpenAiEndpoint> {
  const questions = new EventEmitter();
  let answer: ServerResponse | undefined;
  let model = "";
  let conversation: string[] = [];
  let abandoned = new Promise<void>(() => {});

  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const asked = JSON.parse(body || "{}") as Asked;
    if (request.url !== "/v1/chat/completions" || !asked.stream) {
      response.writeHead(404).end();
      return;
    }
    const [last] = asked.messages.slice(-1);
    const content = last?.content ?? "";
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    model = asked.model;
    answer = response;
    abandoned = new Promise((resolve) => {
      response.once("close", () => response.writableFinished || resolve());
    });
    conversation = asked.messages.map(({ role, content }) => {
      const parts = typeof content === "string" ? [{ type: "text", text: content }] : content;
      return `${role}: ${parts.map(({ type, text }) => text ?? type).join(" + ")}`;
    });
    questions.emit(
      typeof content === "string" ? content : content.map(({ text }) => text ?? "").join(""),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The endpoint has no port");

  function send(
    delta: { content?: string; reasoning_content?: string },
    finish_reason: string | null,
  ) {
    const choices = [{ index: 0, delta, finish_reason }];
    const chunk = { id: "1", object: "chat.completion.chunk", created: 1, model, choices };
    answer?.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }

  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    async asked(question) {
      await once(questions, question);
    },
    conversation: () => conversation,
    think: (reasoning_content) => send({ reasoning_content }, null),
    say: (content) => send({ content }, null),
    finish() {
      send({}, "stop");
      answer?.end("data: [DONE]\n\n");
    },
    abandoned: () => abandoned,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
