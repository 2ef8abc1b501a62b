import type { Client, OperationResult } from "@urql/core";
import { cancelRun } from "./cancel-run";
import { type FoldOptions, foldEvent } from "./fold-event";
import type { OwnedRun } from "./owned-run";
import { problemOf } from "./problem-of";
import type { ResumeContext } from "./resume-exchange";
import { idleSnapshot, isOver, type RunProblem, type RunSnapshot } from "./run-snapshot";
import { unsharedRequest } from "./unshared-request";
import type { OnWake } from "./wake";
import type { WireEvent } from "./wire";

export interface SessionOptions extends Omit<FoldOptions, "now"> {
  client: Client;
  document: string;
  field: string;
  variables: { readonly [name: string]: unknown };
  /** Of a run that is followed, where the tab has it. */
  key: string | undefined;
  onWake: OnWake;
  /** `view` has changed. */
  onChange(): void;
  /** The run's first event has come. */
  onBegin(run: string, key: string | undefined): void;
  /** The run's end has come, or an error that is final. */
  onEnd(run: string | undefined, problem: RunProblem | undefined): void;
}

/** One run, from the request for it to its end. */
export interface RunSession {
  readonly view: RunSnapshot;
  /** `undefined` until it is known which run it is, and without its key. */
  readonly owned: OwnedRun | undefined;
  stop(): void;
  /** Another run takes its place: it is stopped, as soon as that can be, and says nothing more. */
  supersede(): void;
  /** Looks away. The run goes on for its grace period. */
  leave(): void;
}

export function createRunSession(options: SessionOptions): RunSession {
  const { client, document, field, variables } = options;
  const catchingUp = variables.run !== undefined;
  let view: RunSnapshot = { ...idleSnapshot, phase: "starting", catchingUp };
  let key = options.key;
  let owned: OwnedRun | undefined;
  let superseded = false;
  let left = false;
  let sent = false;
  let cancelling = false;

  function change(changes: Partial<RunSnapshot>): void {
    view = { ...view, ...changes };
    if (!superseded && !left) options.onChange();
  }

  function receive({ data, error }: OperationResult): void {
    if (left) return;
    const event = data?.[field] as WireEvent | null | undefined;
    const problem = error && problemOf(error);
    if (event) follow(event, problem);
    else if (problem && !superseded) fail(problem);
  }

  /** `problem`: one output could not be given (its picture was not kept, say); the run goes on. */
  function follow(event: WireEvent, problem: RunProblem | undefined): void {
    const isFirst = view.run === undefined;
    const wasOver = isOver(view.phase);
    key = event.run.key ?? key;
    const next = foldEvent(view, event, { ...options, now: performance.now() });
    if (key !== undefined) owned ??= { id: event.run.id, key, client };
    change({ ...next, owner: key !== undefined, error: next.error ?? problem });
    if (superseded) {
      giveUp();
      return;
    }
    if (isFirst) options.onBegin(event.run.id, key);
    if (isOver(view.phase)) {
      if (!wasOver) options.onEnd(event.run.id, undefined);
    } else if (view.stopping) cancel();
  }

  function fail(problem: RunProblem): void {
    const connection = { state: "idle", since: performance.now() } as const;
    change({ phase: "failed", stopping: false, catchingUp: false, error: problem, connection });
    options.onEnd(view.run?.id, problem);
  }

  function cancel(): void {
    if (cancelling || !view.run || key === undefined) return;
    const { id } = view.run;
    cancelling = true;
    cancelRun({
      client,
      id,
      key,
      onWake: options.onWake,
      onAnswer(status, problem) {
        if (left || superseded || isOver(view.phase)) return;
        cancelling = false;
        if (problem) change({ stopping: false, error: problem });
        else if (status === "CANCELLED" && view.run) {
          // The stream says so too, but it may still be on its way back.
          const ended = { stopping: false, catchingUp: false };
          change({ phase: "cancelled", ...ended, run: { ...view.run, status } });
          options.onEnd(id, undefined);
        }
      },
    });
  }

  /** Not before the server has said which run it is: a request that is on its way cannot be taken back. */
  function giveUp(): void {
    if (!view.run && sent && !isOver(view.phase)) return;
    if (!isOver(view.phase)) cancel();
    depart();
  }

  function depart(): void {
    left = true;
    unsubscribe();
  }

  const context: ResumeContext = {
    onConnection: (connection) => change({ connection }),
    onSent() {
      sent = true;
    },
  };
  const request = unsharedRequest(document, variables);
  const { unsubscribe } = client.executeSubscription(request, context).subscribe(receive);

  return {
    get view() {
      return view;
    },
    get owned() {
      return owned;
    },
    stop() {
      if (left || view.stopping || isOver(view.phase)) return;
      if (view.run) {
        if (key === undefined) return;
        change({ stopping: true });
        cancel();
      } else if (sent || (variables.run !== undefined && key !== undefined)) {
        // Also of a run that is followed, of which nothing has come yet: it goes on all the same.
        change({ stopping: true });
      } else {
        depart();
        const { connection } = idleSnapshot;
        view = { ...view, phase: "cancelled", catchingUp: false, connection };
      }
    },
    supersede() {
      if (left) return;
      superseded = true;
      giveUp();
    },
    leave: depart,
  };
}
