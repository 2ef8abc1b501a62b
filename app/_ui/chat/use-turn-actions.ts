"use client";

import { type RefObject, useMemo } from "react";
import type { ChatStore } from "@/lib/client/chat/chat-store";
import type { Values } from "../use-form";
import type { ComposerHandle } from "./composer";
import type { TurnActions } from "./turn-view";

interface TurnActionsOptions {
  store: ChatStore;
  composer: RefObject<ComposerHandle | null>;
  /** Does what needs the further inputs, as soon as they are ready. */
  begin(act: (values: Values) => void): void;
  setEditing(turn: number | undefined): void;
}

/** What the buttons of the turns do; the same object for as long as its parts are. */
export function useTurnActions(options: TurnActionsOptions): TurnActions {
  const { store, composer, begin, setEditing } = options;
  return useMemo(
    () => ({
      edit: (turn) => setEditing(turn.id),
      leaveEdit() {
        setEditing(undefined);
        composer.current?.focus();
      },
      resend(turn, said) {
        setEditing(undefined);
        begin((values) => store.edit(turn, said, values));
        composer.current?.focus();
      },
      retry: (turn) => begin((values) => store.retry(turn, values)),
      undo(turn) {
        setEditing(undefined);
        store.undo(turn);
        composer.current?.fill(turn.said);
      },
      show: (turn) => store.show(turn),
    }),
    [store, composer, begin, setEditing],
  );
}
