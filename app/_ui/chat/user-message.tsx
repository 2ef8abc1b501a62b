"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Attachment, Said } from "@/lib/client/chat/conversation";
import { buttonStyle } from "../button-style";
import { boxStyle } from "../kinds/field-frame";
import { Thumbnail } from "./thumbnail";

interface UserBubbleProps {
  text: string;
  attachments: readonly Pick<Attachment, "name" | "thumbnail">[];
}

/** What somebody has said, at the right. */
export function UserBubble({ text, attachments }: UserBubbleProps) {
  return (
    <div className="ml-auto grid w-fit max-w-[min(100%,36rem)] justify-items-end gap-2 pl-8">
      {attachments.length > 0 && (
        <ul aria-label="Attachments" className="flex flex-wrap justify-end gap-2">
          {attachments.map(({ name, thumbnail }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes.
            <li key={at}>
              <Thumbnail name={name} address={thumbnail} />
            </li>
          ))}
        </ul>
      )}
      {text !== "" && (
        <p className="max-w-full rounded-box bg-sunk px-4 py-2.5 text-body [overflow-wrap:anywhere] whitespace-pre-wrap">
          {text}
        </p>
      )}
    </div>
  );
}

interface EditMessageProps {
  said: Said;
  onSend(said: Said): void;
  onCancel(): void;
}

/** A message that is said anew: it begins another branch. */
export function EditMessage({ said, onSend, onCancel }: EditMessageProps) {
  const [text, setText] = useState(said.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const empty = text.trim() === "" && said.attachments.length === 0;
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    } else if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!empty) onSend({ ...said, text });
    }
  }

  return (
    <form
      className="ml-auto grid w-full max-w-[36rem] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onSend({ ...said, text });
      }}
    >
      <textarea
        ref={field}
        value={text}
        aria-label="Edit the message"
        rows={2}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${boxStyle} max-h-80 resize-none rounded-box px-4 py-2.5 text-body [field-sizing:content]`}
      />
      <div className="flex justify-end gap-2">
        <button type="button" className={buttonStyle.small} onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className={buttonStyle.small} disabled={empty}>
          Send
        </button>
      </div>
    </form>
  );
}
