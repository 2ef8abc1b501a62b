/** One message of an event stream. */
export interface SseMessage {
  readonly event: string;
  readonly data: string;
}

/**
 * The messages of an event stream, as far as GraphQL over SSE needs it:
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 *
 * @param heard called whenever anything comes, comments that keep the wire alive included
 */
export async function* readSseMessages(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<SseMessage, void, undefined> {
  // Not `for await`: Safari's streams are not iterable.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      heard();
      // Only from the end of what was searched: a large message comes in many chunks.
      let searched = Math.max(0, rest.length - 3);
      rest += decoder.decode(value, { stream: true });
      for (let found = blankLine(rest, searched); found; found = blankLine(rest, searched)) {
        const message = parse(rest.slice(0, found.index));
        rest = rest.slice(found.index + found[0].length);
        searched = 0;
        if (message) yield message;
      }
    }
  } finally {
    // Whoever leaves early does not wait for the server; a stream that broke rejects once more here.
    reader.cancel().catch(() => {});
  }
}

function blankLine(text: string, from: number): RegExpExecArray | null {
  const pattern = /\r?\n\r?\n/g;
  pattern.lastIndex = from;
  return pattern.exec(text);
}

function parse(block: string): SseMessage | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon === 0) continue;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") event = value;
    if (name === "data") data.push(value);
  }
  return event === "message" && data.length === 0 ? undefined : { event, data: data.join("\n") };
}
