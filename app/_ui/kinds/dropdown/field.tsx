"use client";

import { type ComponentType, type KeyboardEvent, useRef, useState } from "react";
import { Icon } from "../../icon";
import { patiently } from "../../patiently";
import { boxStyle, FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";
import type { OpenedDropdownProps } from "./opened";

/** How it looks while it is closed. */
const look = `${boxStyle} flex h-10 items-center justify-between gap-3 pr-2.5 pl-3 text-left`;

const load = () => patiently(() => import("./opened"));

/** Milliseconds after which another letter begins another word. */
const oneWord = 750;

/**
 * One of some choices. What opens it has 50 kB, so it comes when somebody is about to, and until then this
 * stands in its place: it is pressed, and what is typed chooses, as if it were there.
 */
export function DropdownField(props: FieldProps<"dropdown">) {
  const { input, value, onChange, error, disabled, id } = props;
  const [Opened, setOpened] = useState<ComponentType<OpenedDropdownProps>>();
  const [isPressed, setIsPressed] = useState(false);
  const typed = useRef({ word: "", at: 0 });
  if (Opened && isPressed) return <Opened {...props} look={look} />;

  function prepare(): void {
    void load().then((part) => setOpened(() => part.OpenedDropdown));
  }

  function press(): void {
    setIsPressed(true);
    prepare();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
    if (ctrlKey || metaKey) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      press();
      return;
    }
    if (altKey || key.length !== 1 || key === " ") return;
    const before = timeStamp - typed.current.at < oneWord ? typed.current.word : "";
    typed.current = { word: before + key.toLowerCase(), at: timeStamp };
    const choice = input.options.choices.find((each) =>
      each.toLowerCase().startsWith(typed.current.word),
    );
    if (choice !== undefined) onChange(choice);
  }

  return (
    <FieldFrame {...{ input, error, id }}>
      <button
        type="button"
        id={id}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-invalid={error !== undefined}
        aria-describedby={noteId(id)}
        disabled={disabled}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={press}
        onKeyDown={onKeyDown}
        className={look}
      >
        <span className="min-w-0 truncate">{typeof value === "string" ? value : ""}</span>
        <span aria-hidden="true" className="text-muted">
          <Icon name="updown" />
        </span>
      </button>
    </FieldFrame>
  );
}
