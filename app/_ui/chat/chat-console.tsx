"use client";

import { useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { type Said, undoneOf } from "@/lib/client/chat/conversation";
import type { DemoDescription } from "@/lib/demo/describe";
import { isOwnInput } from "@/lib/kinds/chat/own-inputs";
import { ConnectionLine } from "../connection-line";
import { useFirst } from "../core/use-first";
import { takeEarlyRun } from "../early";
import { Icon } from "../icon";
import { Notices } from "../notices";
import { toolStyle } from "../stage";
import { statusWords } from "../status-words";
import { useForm, type Values } from "../use-form";
import { useLatest } from "../use-latest";
import { useRun } from "../use-run";
import { useRunTitle } from "../use-run-title";
import { useShortcuts } from "../use-shortcuts";
import { useStart } from "../use-start";
import { whenIdle } from "../when-idle";
import { ChatFrame } from "./chat-frame";
import { ChatStatus } from "./chat-status";
import { Composer, type ComposerHandle } from "./composer";
import { ConversationList } from "./conversation-list";
import { EmptyChat } from "./empty-chat";
import { LazyFurtherInputs, loadMessages } from "./lazy-parts";
import { useChat } from "./use-chat";
import { useTurnActions } from "./use-turn-actions";

interface ChatConsoleProps {
  demo: DemoDescription;
  /** The demo's subscription. */
  document: string;
  /** Whether it lies in another site's page, where each kB counts. */
  embedded?: boolean;
}

/** A chat: its conversation, and the field in which one writes. */
export function ChatConsole({ demo, document, embedded = false }: ChatConsoleProps) {
  const { snapshot: run, store: runs } = useRun(demo, document);
  const { snapshot, store } = useChat(demo, runs);
  const { conversation, path, live } = snapshot;
  const { prompts = [], attachments = 0 } = demo.chat ?? {};
  const further = useMemo(
    () => ({ ...demo, inputs: demo.inputs.filter(({ name }) => !isOwnInput(name)) }),
    [demo],
  );
  const form = useForm(further, run.error);
  const [settings, setSettings] = useState(false);
  const [editing, setEditing] = useState<number>();
  const composer = useRef<ComposerHandle>(null);
  const id = useId();

  /** What is to be done once the further inputs are ready. */
  const next = useRef<(values: Values) => void>(undefined);
  const starting = useStart({
    form,
    snapshot: run,
    onStart: (values) => next.current?.(values),
    onFault() {
      setSettings(true);
      focusFault(id);
    },
  });
  const begin = useLatest((act: (values: Values) => void) => {
    next.current = act;
    starting.start();
  });
  const last = useLatest(() => path.at(-1));
  const send = useCallback(
    (said: Said) => begin((values) => store.send(said, values, last())),
    [begin, store, last],
  );
  const actions = useTurnActions({ store, composer, begin, setEditing });

  useFirst(() => {
    takeEarlyRun(id);
    form.fill(store.resume());
  });
  const warm = useCallback(() => {
    runs.preload();
    loadMessages();
  }, [runs]);
  useEffect(() => (embedded ? undefined : whenIdle(warm)), [warm, embedded]);

  const stop = useCallback(() => store.stop(), [store]);
  const editLast = useCallback(() => setEditing(last()?.id), [last]);
  useShortcuts({ stop: live === undefined ? undefined : stop });
  useRunTitle(demo.title, run);
  const [first] = path;
  const undone = undoneOf(conversation);

  return (
    <>
      <ConnectionLine snapshot={run} />
      <ChatFrame
        embedded={embedded}
        onFocus={warm}
        onFiles={attachments > 0 ? (files) => composer.current?.give(files) : undefined}
      >
        <ChatStatus run={run} turn={path.at(-1)} live={live !== undefined} />
        <ConversationList
          snapshot={snapshot}
          editing={editing}
          waiting={statusWords(run)}
          actions={actions}
          empty={
            <EmptyChat
              prompts={prompts}
              onPick={(text) => {
                send({ text, attachments: [] });
                composer.current?.focus();
              }}
            />
          }
        >
          {/* Those of a reply that is over stand with it. */}
          {live !== undefined && path.at(-1)?.id === live && (
            <div className="pt-2">
              <Notices notices={run.run?.notices ?? []} />
            </div>
          )}
          {undone && (
            <p className="flex items-center gap-2 py-3 text-muted">
              <span>{first ? "Taken back." : "The conversation before is kept."}</span>
              <button
                type="button"
                className="rounded-part font-medium text-text underline underline-offset-2"
                onClick={() => {
                  store.show(undone);
                  composer.current?.giveUp(undone.said);
                }}
              >
                Restore
              </button>
            </p>
          )}
        </ConversationList>
        <div className="mx-auto w-full max-w-[46rem] shrink-0">
          <Composer
            handle={composer}
            demo={demo}
            live={live !== undefined}
            stopping={run.stopping}
            onSend={send}
            onStop={stop}
            onEditLast={editLast}
            above={
              settings && (
                <LazyFurtherInputs id={id} demo={further} {...{ form, starting, embedded }} />
              )
            }
            tools={
              <>
                {further.inputs.length > 0 && (
                  <button
                    type="button"
                    aria-label="Settings"
                    aria-expanded={settings}
                    title="Settings"
                    className={`${toolStyle} size-8 aria-expanded:bg-sunk aria-expanded:text-text`}
                    onClick={() => setSettings(!settings)}
                  >
                    <Icon name="settings" />
                  </button>
                )}
                {first && (
                  <button
                    type="button"
                    className="h-8 rounded-part px-2 text-fine text-muted transition-colors hover:bg-sunk hover:text-text"
                    onClick={() => {
                      store.undo(first);
                      composer.current?.focus();
                    }}
                  >
                    New chat
                  </button>
                )}
              </>
            }
          />
        </div>
      </ChatFrame>
    </>
  );
}

/**
 * Takes whoever has sent a message to the first setting that is not taken, once it is marked.
 *
 * @param frames so long it is waited for: what shows the settings may have to be fetched
 */
function focusFault(settings: string, frames = 120): void {
  requestAnimationFrame(() => {
    const element = window.document.getElementById(settings);
    const fault = element?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid]");
    if (fault) fault.focus();
    else if (frames > 0) focusFault(settings, frames - 1);
  });
}
