"use client";

import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Said } from "@/lib/client/chat/conversation";
import type { DemoDescription } from "@/lib/demo/describe";
import { Icon } from "../icon";
import { toolStyle } from "../stage";
import { LazyAttachedList } from "./lazy-parts";
import { useAttachments } from "./use-attachments";

const pictures = "image/jpeg,image/png,image/webp,image/avif,image/gif";

export interface ComposerHandle {
  /** Puts something there to be said, in the place of what was there. */
  fill(said: Said): void;
  /** Empties it where this is still what is there. */
  giveUp(said: Said): void;
  focus(): void;
  /** Takes pictures that were dropped somewhere on the chat. */
  give(files: Iterable<File>): void;
}

interface ComposerProps {
  handle: Ref<ComposerHandle>;
  demo: DemoDescription;
  /** A reply goes on: what is typed waits. */
  live: boolean;
  stopping: boolean;
  onSend(said: Said): void;
  onStop(): void;
  /** Up was pressed where nothing is typed. */
  onEditLast(): void;
  /** Over the field. */
  above: ReactNode;
  /** Beside the field's buttons. */
  tools: ReactNode;
}

/** The field in which one writes, with what goes along. It grows, and sends with Enter. */
export function Composer(props: ComposerProps) {
  const { handle, demo, live, stopping, onSend, onStop, onEditLast, above, tools } = props;
  const [text, setText] = useState("");
  const [waiting, setWaiting] = useState(false);
  const sending = useRef(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const most = demo.chat?.attachments ?? 0;
  const attached = useAttachments(
    demo.inputs.find(({ kind }) => kind === "attachments"),
    most,
  );
  const maxLength = maxLengthOf(demo);
  const empty = text.trim() === "" && attached.pictures.length === 0;
  const over = text.length > maxLength;
  const ready = !live && !waiting && !empty && !over;

  useImperativeHandle(handle, () => ({
    fill(said) {
      setText(said.text);
      attached.restore(said.attachments);
      field.current?.focus();
    },
    giveUp(said) {
      if (text !== said.text) return;
      setText("");
      attached.clear();
    },
    focus: () => field.current?.focus(),
    give: attached.give,
  }));
  useGrowth(field, text);

  async function send(): Promise<void> {
    if (!ready || sending.current) return;
    sending.current = true;
    setWaiting(attached.pictures.length > 0);
    const attachments = await attached.settled();
    sending.current = false;
    setWaiting(false);
    if (!attachments) return;
    onSend({ text, attachments });
    setText("");
    attached.clear();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (event.key === "ArrowUp" && text === "") {
      event.preventDefault();
      onEditLast();
    }
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files].filter(({ type }) => type.startsWith("image/"));
    if (most === 0 || files.length === 0) return;
    event.preventDefault();
    attached.give(files);
  }

  return (
    <form
      aria-label="Message"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="rounded-box border border-edge bg-panel transition-colors focus-within:border-text hover:border-muted"
    >
      {above}
      {(attached.pictures.length > 0 || attached.fault) && (
        <LazyAttachedList attachments={attached} />
      )}
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label="Message"
        aria-invalid={over || undefined}
        placeholder={demo.chat?.placeholder ?? "Write a message"}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className="block max-h-48 min-h-11 w-full resize-none bg-transparent px-4 pt-3 pb-1 text-body outline-none [field-sizing:content] placeholder:text-faint"
      />
      <div className="flex items-center gap-1 p-1.5 pl-2">
        {most > 0 && (
          <>
            <button
              type="button"
              aria-label="Attach pictures"
              title="Attach pictures"
              disabled={attached.full}
              className={`${toolStyle} size-8 disabled:opacity-40`}
              onClick={() => chooser.current?.click()}
            >
              <Icon name="clip" />
            </button>
            <input
              ref={chooser}
              type="file"
              hidden
              multiple={most > 1}
              accept={pictures}
              aria-label="Pictures to attach"
              onChange={(event) => {
                attached.give(event.target.files ?? []);
                event.target.value = "";
              }}
            />
          </>
        )}
        {tools}
        <span
          role={over ? "alert" : undefined}
          className={`num ml-auto pr-2 text-fine ${over ? "text-bad" : "text-faint"}`}
        >
          {waiting
            ? "Uploading"
            : text.length > maxLength * 0.8
              ? `${text.length.toLocaleString("en")} of ${maxLength.toLocaleString("en")}`
              : ""}
        </span>
        <SendButton {...{ live, stopping, ready }} onStop={onStop} />
      </div>
    </form>
  );
}

interface SendButtonProps {
  live: boolean;
  stopping: boolean;
  ready: boolean;
  onStop(): void;
}

/** Send and Stop are one button: what has the focus keeps it. */
function SendButton({ live, stopping, ready, onStop }: SendButtonProps) {
  const label = live ? (stopping ? "Stopping" : "Stop") : "Send";
  return (
    <button
      type={live ? "button" : "submit"}
      aria-label={label}
      title={live ? `${label} (Esc)` : "Send (Enter)"}
      aria-disabled={live ? stopping : !ready}
      onClick={(event) => {
        if (!live) return;
        event.preventDefault();
        // The second click of a double click on Send is not meant for Stop.
        if (event.detail < 2) onStop();
      }}
      className={`grid size-9 shrink-0 place-items-center rounded-part border transition-colors ${live ? "border-text text-text hover:bg-sunk" : "border-accent bg-accent text-on-accent hover:brightness-105 aria-disabled:border-line aria-disabled:bg-sunk aria-disabled:text-faint aria-disabled:hover:brightness-100"}`}
    >
      <Icon name={live ? "stop" : "send"} />
    </button>
  );
}

/** Browsers that do not yet fit a field to its text. */
function useGrowth(field: { current: HTMLTextAreaElement | null }, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is measured anew for each text.
  useLayoutEffect(() => {
    const { current } = field;
    if (!current || CSS.supports("field-sizing", "content")) return;
    current.style.height = "auto";
    current.style.height = `${current.scrollHeight}px`;
  }, [field, text]);
}

function maxLengthOf({ inputs }: DemoDescription): number {
  const message = inputs.find(({ name }) => name === "message");
  return (message?.kind === "text" && message.options.maxLength) || longestByDefault;
}

/** As the kind's own default, in lib/kinds/text.ts. */
const longestByDefault = 10_000;
