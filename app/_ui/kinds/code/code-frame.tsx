"use client";

import { type KeyboardEvent, useState } from "react";
import { boxStyle, FieldFrame, type FieldFrameProps, noteId } from "../field-frame";
import { indent, lineBreak, outdent, type Replacement } from "./indent";

interface CodeFrameProps extends Pick<FieldFrameProps, "input" | "error" | "note" | "id"> {
  text: string;
  onText(text: string): void;
  /** How many lines it has at first. */
  lines: number;
  placeholder?: string | undefined;
  language: string | undefined;
  disabled: boolean;
}

/**
 * A field for code. Tab indents and Shift+Tab takes back; after Esc they lead on and back as everywhere
 * else, so that nobody who has but a keyboard is kept in it.
 * https://www.w3.org/WAI/WCAG22/Understanding/no-keyboard-trap
 */
export function CodeFrame(props: CodeFrameProps) {
  const { input, error, note, id, text, onText, lines, language, placeholder, disabled } = props;
  const [leaving, setLeaving] = useState(false);
  const [focused, setFocused] = useState(false);
  const tip = `${id}-tip`;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !leaving) {
      // The first one is for the field, the next for who else hears it: it stops a run.
      event.preventDefault();
      setLeaving(true);
      return;
    }
    if (event.key !== "Tab" && event.key !== "Shift" && event.key !== "Escape") setLeaving(false);
    const change = leaving && event.key === "Tab" ? undefined : changeBy(event);
    if (change === undefined) return;
    event.preventDefault();
    if (change) replace(event.currentTarget, change);
  }

  return (
    <FieldFrame
      {...{ input, error, note, id }}
      aside={
        <span className="text-right text-fine text-faint">
          <span id={tip} className={focused ? undefined : "sr-only"}>
            {leaving ? "Tab leaves" : "Esc, then Tab, leaves"}
          </span>
          {!focused && language && <span className="font-mono">{language}</span>}
        </span>
      }
    >
      <textarea
        {...{ id, placeholder, disabled }}
        value={text}
        onChange={(event) => onText(event.target.value)}
        rows={lines}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        // Code is read from left to right, whatever is written in it.
        dir="ltr"
        aria-invalid={error !== undefined}
        aria-describedby={`${noteId(id)} ${tip}`}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          setLeaving(false);
        }}
        style={{ minHeight: `${lines * 1.25 + 1.125}rem` }}
        className={`${boxStyle} block max-h-96 resize-y overflow-auto px-3 py-2 font-mono text-ui [field-sizing:content] [tab-size:2]`}
      />
    </FieldFrame>
  );
}

/** `null` where the key is taken, but changes nothing. */
function changeBy(event: KeyboardEvent<HTMLTextAreaElement>): Replacement | null | undefined {
  const { value: text, selectionStart: start, selectionEnd: end } = event.currentTarget;
  const selected = { text, start, end };
  if (event.key === "Tab") return event.shiftKey ? (outdent(selected) ?? null) : indent(selected);
  return event.key === "Enter" ? lineBreak(selected) : undefined;
}

function replace(area: HTMLTextAreaElement, { from, to, by, start, end }: Replacement): void {
  area.setSelectionRange(from, to);
  // What scripts set otherwise cannot be undone. https://w3c.github.io/editing/docs/execCommand/
  if (!document.execCommand("insertText", false, by)) {
    area.setRangeText(by, from, to);
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  area.setSelectionRange(start, end);
}
