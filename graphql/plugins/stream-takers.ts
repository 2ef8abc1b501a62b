import { GraphQLError } from "graphql";
import type { Plugin } from "graphql-yoga";

const streams = /(^|,)\s*(text\/event-stream|text\/\*|\*\/\*)/i;

/**
 * Refuses a subscription whose HTTP request takes no stream. Yoga does so too, but only once it has
 * the events: by then a run goes on, for a viewer who never leaves.
 */
export function streamTakersPlugin(): Plugin {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      // On a socket there is no request.
      const { request } = args.contextValue as { request?: Request };
      if (!request || streams.test(request.headers.get("accept") ?? "*/*")) return;
      const message = "A subscription over HTTP needs the header Accept: text/event-stream.";
      const extensions = { code: "BAD_REQUEST", http: { status: 406 } };
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
