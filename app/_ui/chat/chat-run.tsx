"use client";

import type { JoinedReply } from "@/lib/client/chat/joined-reply";
import { textsOf } from "@/lib/client/chat/joined-reply";
import { isOver } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import { isOwnInput } from "@/lib/kinds/chat/own-inputs";
import type { ChatMessage } from "@/lib/kinds/chat/turn";
import { buttonStyle } from "../button-style";
import { CopyButton } from "../copy-button";
import { useWatchedRun } from "../core/use-watched-run";
import { StopButton, WatchedRun } from "../core/watched-run";
import { FailureInSight } from "../failure-in-sight";
import { GivenInputs } from "../given-inputs";
import { Notices } from "../notices";
import { RunStatus } from "../run-status";
import { useRun } from "../use-run";
import { ReplyView } from "./reply-view";
import { Said } from "./said";
import { UserBubble } from "./user-message";

interface ChatRunProps {
  demo: DemoDescription;
  document: string;
  run: string;
  inputs: { readonly [input: string]: unknown };
}

/** One turn of a chat, live or finished: what was said before, the message, and the reply to it. */
export function ChatRun({ demo, document, run, inputs }: ChatRunProps) {
  const watched = useWatchedRun(useRun(demo, document), run);
  const { snapshot } = watched;
  const { error } = snapshot;
  const live = !isOver(snapshot.phase);
  const { message, attachments, history } = inputs as Partial<ChatMessage> & {
    message: string;
    history: readonly ChatMessage[];
  };
  const further = { ...demo, inputs: demo.inputs.filter(({ name }) => !isOwnInput(name)) };
  const reply = snapshot.outputs.reply as JoinedReply | undefined;

  return (
    <WatchedRun title={demo.title} watched={watched}>
      <div className="mx-auto grid max-w-[46rem] gap-6">
        {further.inputs.length > 0 && <GivenInputs demo={further} inputs={inputs} />}
        {history.length > 0 && (
          <section aria-label="Said before" className="grid gap-5">
            {history.map((before, at) =>
              before.role === "user" ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
                <UserBubble key={at} text={before.text} attachments={namesOf(before.attachments)} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
                <div key={at} className="min-w-0 text-body">
                  <Said text={before.text} live={false} />
                </div>
              ),
            )}
          </section>
        )}
        <UserBubble text={message} attachments={namesOf(attachments)} />
        <section aria-label="Outputs" className="@container grid min-w-0 gap-3">
          <RunStatus demo={demo} snapshot={snapshot} pressedAt={undefined} />
          {error && <FailureInSight problem={error} pressed={false} />}
          <div data-output="reply" className="min-h-24">
            {reply && <ReplyView reply={reply} live={live} />}
          </div>
          <Notices notices={snapshot.run?.notices ?? []} />
          <div className="flex items-center gap-3">
            <StopButton watched={watched} look="small" />
            <a href={`/demos/${demo.name}`} className={buttonStyle.small}>
              Open the chat
            </a>
            {reply && (
              <CopyButton label="Copy the reply" text={() => textsOf(reply).join("\n\n")} />
            )}
          </div>
        </section>
      </div>
    </WatchedRun>
  );
}

/** Who watches a run may know of a file its name, and does not have the file. */
function namesOf(attachments: ChatMessage["attachments"] | undefined) {
  return (attachments ?? []).map(({ name }) => ({ name, thumbnail: undefined }));
}
