"use client";

import type { ChatSnapshot } from "@/lib/client/chat/chat-store";
import { branchesOf } from "@/lib/client/chat/conversation";
import { type TurnActions, TurnView } from "./turn-view";

export interface TurnListProps {
  snapshot: ChatSnapshot;
  editing: number | undefined;
  /** How the run stands whose reply goes on. */
  waiting: string;
  actions: TurnActions;
}

/** All turns on show, the newest at the end. */
export function TurnList({ snapshot, editing, waiting, actions }: TurnListProps) {
  const { conversation, path, live } = snapshot;
  return (
    <ol className="grid gap-5">
      {path.map((turn) => (
        <TurnView
          key={turn.id}
          turn={turn}
          branches={branchesOf(conversation, turn)}
          editing={editing === turn.id}
          waiting={turn.id === live ? waiting : undefined}
          actions={actions}
        />
      ))}
    </ol>
  );
}
