"use client";

import { memo } from "react";
import type { Said, Turn } from "@/lib/client/chat/conversation";
import { textsOf } from "@/lib/client/chat/joined-reply";
import { CopyButton } from "../copy-button";
import { duration } from "../duration";
import { Failure } from "../failure";
import { Icon } from "../icon";
import { Notices } from "../notices";
import { toolStyle } from "../stage";
import { Branches, Tool } from "./message-tools";
import { ReplyView } from "./reply-view";
import { EditMessage, UserBubble } from "./user-message";

/** What may be done with a turn; the same object in every render. */
export interface TurnActions {
  edit(turn: Turn): void;
  leaveEdit(): void;
  resend(turn: Turn, said: Said): void;
  retry(turn: Turn): void;
  undo(turn: Turn): void;
  show(turn: Turn): void;
}

interface TurnViewProps {
  turn: Turn;
  /** All that stand in its place. */
  branches: readonly Turn[];
  editing: boolean;
  /** Of a reply that goes on: how its run stands, before there is anything to show. */
  waiting: string | undefined;
  actions: TurnActions;
}

/** A message and its reply, with what can be done with each. */
export const TurnView = memo(function TurnView(props: TurnViewProps) {
  const { turn, branches, editing, actions } = props;
  const { said } = turn;
  return (
    <li data-turn={turn.phase} className="grid min-w-0 gap-1">
      <div data-part="said" className="grid gap-1">
        <h2 className="sr-only">You</h2>
        {editing ? (
          <EditMessage
            said={said}
            onSend={(next) => actions.resend(turn, next)}
            onCancel={actions.leaveEdit}
          />
        ) : (
          <>
            <UserBubble {...said} />
            <div className="flex h-8 items-center justify-end gap-0.5">
              {turn.settings && (
                <span
                  title={turn.settings}
                  className="num min-w-0 flex-1 truncate pr-2 pl-8 text-right text-fine text-faint"
                >
                  {turn.settings}
                </span>
              )}
              <Branches {...{ turn, branches }} onShow={actions.show} />
              {said.text !== "" && <CopyButton label="Copy the message" text={() => said.text} />}
              <Tool icon="edit" label="Edit the message" onPress={() => actions.edit(turn)} />
              <Tool icon="undo" label="Undo the message" onPress={() => actions.undo(turn)} />
            </div>
          </>
        )}
      </div>
      <TurnReply {...props} />
    </li>
  );
}, isSame);

/** The list of branches is a new one at each change of any turn; which they are is what counts. */
function isSame(before: TurnViewProps, after: TurnViewProps): boolean {
  return (
    before.turn === after.turn &&
    before.editing === after.editing &&
    before.waiting === after.waiting &&
    before.actions === after.actions &&
    before.branches.length === after.branches.length
  );
}

function TurnReply({ turn, waiting, actions }: TurnViewProps) {
  const { reply, phase, problem, elapsedMs, notices } = turn;
  const live = phase === "live";
  const begun = reply !== undefined && reply.parts.length > 0;
  return (
    <div data-part="reply" aria-busy={live} className="grid min-w-0 gap-1">
      <h2 className="sr-only">Reply</h2>
      {begun && <ReplyView reply={reply} live={live} />}
      {phase === "failed" && problem && (
        <div className={begun ? "mt-3" : ""}>
          <Failure problem={problem} />
        </div>
      )}
      <div className="-ml-1.5 flex h-8 items-center gap-0.5">
        {live ? (
          <span className="num flex items-center gap-2 pl-1.5 text-fine text-muted">
            <i className="mr-1 size-2 animate-breathe rounded-full bg-accent" />
            <span aria-hidden="true">{begun ? "" : waiting}</span>
          </span>
        ) : (
          <>
            {begun && <CopyButton label="Copy the reply" text={() => textOf(turn)} />}
            <Tool icon="retry" label="Retry" onPress={() => actions.retry(turn)} />
            {turn.run && (
              <a
                href={`/runs/${turn.run}`}
                target="_blank"
                rel="noreferrer"
                aria-label="This run"
                title="This run"
                className={toolStyle}
              >
                <Icon name="open" />
              </a>
            )}
            <span className="num pl-1.5 text-fine text-faint">{endWords(phase, elapsedMs)}</span>
          </>
        )}
      </div>
      {notices && <Notices notices={notices} />}
    </div>
  );
}

function textOf({ reply }: Turn): string {
  return reply ? textsOf(reply).join("\n\n") : "";
}

function endWords(phase: Turn["phase"], elapsedMs: number | undefined): string {
  if (phase === "cancelled") return "Stopped";
  return phase === "done" && elapsedMs !== undefined ? duration(elapsedMs, 1) : "";
}
