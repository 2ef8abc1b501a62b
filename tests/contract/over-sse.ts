import { apiAddress } from "./address";
import type { Result, SubscribeOptions, Subscription } from "./transport";

/** One operation as an event stream: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode */
export function subscribeOverSse<Data>(
  query: string,
  { variables = {}, url, headers = {} }: SubscribeOptions = {},
): Subscription<Data> {
  const connection = new AbortController();
  const response = fetch(apiAddress(url), {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
    signal: connection.signal,
  });
  response.catch(() => {});
  let resumed = Promise.resolve();
  let resume = () => {};
  const results = readResults<Data>(response);
  return {
    async next() {
      await resumed;
      return results.next();
    },
    async return() {
      connection.abort();
      await results.return(undefined).catch(() => {});
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    // A body that nobody asks for is left on the wire but for a few kilobytes.
    pause() {
      resumed = new Promise((resolve) => {
        resume = resolve;
      });
    },
    resume: () => resume(),
    destroy: () => connection.abort(new Error("The connection was destroyed.")),
  };
}

async function* readResults<Data>(
  answer: Promise<Response>,
): AsyncGenerator<Result<Data>, undefined> {
  const response = await answer;
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    const text = await response.text();
    if (!text.startsWith("{")) throw new Error(`${response.status}: ${text}`);
    yield JSON.parse(text);
    return undefined;
  }
  for await (const { event, data } of readMessages(response)) {
    if (event === "next") yield JSON.parse(data);
    if (event === "complete") return undefined;
  }
  throw new Error("The stream ended before the operation was complete.");
}

async function* readMessages(response: Response): AsyncGenerator<{ event: string; data: string }> {
  const chunks = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
  let unread = "";
  for await (const chunk of chunks) {
    const messages = (unread + chunk).split("\n\n");
    unread = messages.pop() ?? "";
    for (const message of messages) {
      const [, event] = /^event: ?(.*)$/m.exec(message) ?? [];
      const [, data = ""] = /^data: ?(.*)$/m.exec(message) ?? [];
      // A line that begins with a colon keeps the connection alive and says nothing.
      if (event) yield { event, data };
    }
  }
}
