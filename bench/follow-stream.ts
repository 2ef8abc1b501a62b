import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { OnData } from "./follow-subscription";

/**
 * Runs one subscription over SSE to its end. It does as little as a client can, so that it is the server
 * that is measured.
 *
 * @throws Error where the server answers with an error, or the stream breaks off
 */
export async function followStream<Data>(
  url: string,
  query: string,
  onData: OnData<Data>,
): Promise<void> {
  const asked = request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    agent: false,
  });
  asked.end(JSON.stringify({ query }));
  const [answer]: [IncomingMessage] = (await once(asked, "response")) as [IncomingMessage];
  answer.setEncoding("utf8");
  let rest = "";
  let complete = false;
  for await (const chunk of answer) {
    const events = `${rest}${chunk}`.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      if (event.startsWith("event: next\ndata: ")) {
        const { data, errors } = JSON.parse(event.slice(18));
        if (errors) throw new Error(JSON.stringify(errors));
        onData(data);
      } else if (event.startsWith("event: complete")) complete = true;
      else if (!event.startsWith(":")) throw new Error(`The server sent ${event}`);
    }
  }
  if (!complete) throw new Error(`The stream broke off (HTTP ${answer.statusCode}): ${rest}`);
}
