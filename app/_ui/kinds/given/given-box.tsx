"use client";

import { type ReactNode, type RefObject, useRef, useState } from "react";
import { FieldNote, noteId } from "../field-frame";
import type { FieldProps } from "../kind";

export interface GivenBoxProps extends Pick<FieldProps, "input" | "id"> {
  /** What is wrong, by the field itself or by the form. */
  error: string | undefined;
  /** Where the recording, the preview, or an invitation is shown. */
  stage: ReactNode;
  /** The room of the stage, so that nothing moves whatever it shows. */
  stageStyle: string;
  /** Buttons. */
  actions: ReactNode;
  /** One line below: what there is, and how far its upload is. */
  line: ReactNode;
  /** Files were dropped or pasted. Where it is left out none are taken. */
  onFiles?: ((files: File[]) => void) | undefined;
  /** Whether files are taken from the clipboard while the field has the focus. */
  pastes?: boolean;
  box?: RefObject<HTMLDivElement | null>;
}

/** The field of something that is recorded, chosen or dropped: a stage, buttons, and a line about it. */
export function GivenBox(props: GivenBoxProps) {
  const {
    input,
    id,
    error,
    stage,
    stageStyle,
    actions,
    line,
    onFiles,
    pastes = false,
    box,
  } = props;
  const [over, setOver] = useState(false);
  /** Children say "leave" too: the pointer is outside when it has left as often as it has entered. */
  const depth = useRef(0);
  const carriesFiles = (event: React.DragEvent) =>
    onFiles !== undefined && event.dataTransfer.types.includes("Files");
  const move = (by: number) => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  return (
    <div data-input={input.name} data-whole>
      <div id={`${id}-label`} className="flex min-h-8 items-center font-medium">
        {input.label}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere. */}
      <div
        ref={box}
        id={id}
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={noteId(id)}
        data-invalid={error !== undefined || undefined}
        tabIndex={pastes ? 0 : -1}
        className={`overflow-hidden rounded-box border bg-panel transition-colors ${over ? "border-text bg-sunk" : error ? "border-bad" : "border-edge"}`}
        onDragEnter={(event) => carriesFiles(event) && move(1)}
        onDragLeave={(event) => carriesFiles(event) && move(-1)}
        onDragOver={(event) => {
          if (carriesFiles(event)) event.preventDefault();
        }}
        onDrop={(event) => {
          if (!carriesFiles(event)) return;
          event.preventDefault();
          move(-depth.current);
          onFiles?.([...event.dataTransfer.files]);
        }}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (!pastes || files.length === 0) return;
          event.preventDefault();
          onFiles?.(files);
        }}
      >
        <div className={`relative grid place-items-center bg-sunk ${stageStyle}`}>{stage}</div>
        <div className="flex min-h-14 flex-wrap items-center gap-2 border-t border-line p-2">
          {actions}
        </div>
        <div className="relative flex h-9 items-center justify-between gap-3 border-t border-line px-3 text-fine text-muted">
          {line}
        </div>
      </div>
      {/* What is wrong here is seldom said in one line. */}
      <div className="min-h-9">
        <FieldNote {...{ input, error, id }} />
      </div>
    </div>
  );
}

/** How the buttons of such a field look. */
export const fieldButton =
  "inline-flex h-10 min-w-0 flex-1 items-center justify-center gap-2 rounded-part border border-edge px-3 font-medium whitespace-nowrap text-text transition-colors hover:bg-sunk active:bg-line disabled:opacity-60";

/** How the small ones in its last line look. */
export const lineButton =
  "rounded-part px-1.5 py-1 font-medium text-text underline-offset-2 hover:underline";

/** The dot of what records. */
export function Dot({ live }: { live: boolean }) {
  const tone = live ? "bg-accent" : "bg-muted";
  return <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${tone}`} />;
}
