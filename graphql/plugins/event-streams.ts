import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import { toEventStream } from "../event-stream";

/** Sends what comes one by one as server-sent events, a chunk for all that comes in one turn. */
export function eventStreamsPlugin(): Plugin {
  return {
    onResultProcess({ result, resultProcessor, setResultProcessor }) {
      // Where Yoga has found nothing that the request takes, it is refused.
      if (!resultProcessor || !(Symbol.asyncIterator in result)) return;
      const results = result[Symbol.asyncIterator]() as AsyncIterator<ExecutionResult>;
      setResultProcessor(
        () => new Response(toEventStream(results), { headers }),
        headers["Content-Type"],
      );
    },
  };
}

const headers = {
  "Content-Type": "text/event-stream",
  Connection: "keep-alive",
  "Content-Encoding": "none",
};
