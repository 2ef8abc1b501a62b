"use client";

import type { ReactNode } from "react";
import { Icon } from "../icon";
import { Scroller } from "../scroller";
import { LazyTurnList } from "./lazy-parts";
import type { TurnListProps } from "./turn-list";
import { useFollowEnd } from "./use-follow-end";

interface ConversationListProps extends TurnListProps {
  /** Stands where nothing was said yet. */
  empty: ReactNode;
  /** Below the newest turn. */
  children: ReactNode;
}

/** All turns on show, the newest at the end, which is kept in sight. */
export function ConversationList(props: ConversationListProps) {
  const { snapshot, editing, waiting, actions, empty, children } = props;
  const { path } = snapshot;
  const { scroller, content, follows, toEnd } = useFollowEnd(path.at(-1)?.id);
  return (
    <div className="relative min-h-0 flex-1">
      <Scroller
        ref={scroller}
        aria-label="Conversation"
        className="absolute inset-0 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <div ref={content} className="mx-auto flex min-h-full max-w-[46rem] flex-col px-1 py-4">
          {path.length === 0 && empty}
          {path.length > 0 && <LazyTurnList {...{ snapshot, editing, waiting, actions }} />}
          {children}
        </div>
      </Scroller>
      <button
        type="button"
        hidden={follows}
        aria-label="To the newest message"
        title="To the newest message"
        className="hairline absolute bottom-3 left-1/2 grid size-9 -translate-x-1/2 place-items-center rounded-full bg-panel text-muted hover:text-text [[hidden]]:hidden"
        onClick={toEnd}
      >
        <Icon name="down" />
      </button>
    </div>
  );
}
