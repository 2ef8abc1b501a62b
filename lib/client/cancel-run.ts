import type { Client } from "@urql/core";
import { createBackoff } from "./backoff";
import { isUnanswered } from "./is-unanswered";
import { problemOf } from "./problem-of";
import type { RunProblem } from "./run-snapshot";
import type { OnWake } from "./wake";
import type { RunStatus } from "./wire";

const document = `mutation CancelRun($id: ID!, $key: String!) { cancelRun(id: $id, key: $key) { status } }`;

export interface CancelOptions {
  client: Client;
  id: string;
  key: string;
  onWake: OnWake;
  onAnswer(status: RunStatus | undefined, problem: RunProblem | undefined): void;
}

interface Cancelled {
  cancelRun: { status: RunStatus };
}

// On a dead wire a request would wait for minutes; to cancel twice does no harm.
const answerWithinMs = 10_000;

/** Asks the server to stop a run, again and again until it has answered. */
export function cancelRun({ client, id, key, onWake, onAnswer }: CancelOptions): void {
  const backoff = createBackoff({ onWake });

  function attempt(): void {
    let leave = () => {};
    const retry = () => {
      leave();
      backoff.schedule(attempt);
    };
    const late = setTimeout(retry, answerWithinMs);
    const { unsubscribe } = client
      .mutation<Cancelled>(document, { id, key })
      .subscribe((result) => {
        clearTimeout(late);
        if (isUnanswered(result)) retry();
        else onAnswer(result.data?.cancelRun.status, result.error && problemOf(result.error));
      });
    leave = unsubscribe;
  }

  attempt();
}
