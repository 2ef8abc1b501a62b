import type { ReactNode } from "react";
import type { FieldProps } from "./kind";

export interface FieldFrameProps extends Pick<FieldProps, "input" | "error" | "id"> {
  /** What is to be said of a value while it is still being written; default: the hint. */
  note?: string | undefined;
  /** Beside the label, such as a slider's value. */
  aside?: ReactNode;
  /** The label's own element, where its kind brings one. */
  label?: ReactNode;
  children: ReactNode;
}

/** A label, a control, and below it the hint or what is wrong, in a room of fixed height. */
export function FieldFrame({ input, error, note, id, aside, label, children }: FieldFrameProps) {
  return (
    <div data-input={input.name}>
      <div className="flex min-h-8 items-center justify-between gap-3">
        {label ?? (
          <label htmlFor={id} className="font-medium">
            {input.label}
          </label>
        )}
        {aside}
      </div>
      {children}
      <FieldNote {...{ input, error, note, id }} />
    </div>
  );
}

export function FieldNote({
  input,
  error,
  note,
  id,
}: Pick<FieldFrameProps, "input" | "error" | "note" | "id">) {
  const words = error ?? note ?? input.options.hint;
  return (
    <p
      id={noteId(id)}
      aria-live="polite"
      // What a hint takes of the room before the next label is given back.
      className={`min-h-5 pt-1 text-fine ${input.options.hint ? "mb-2" : ""} ${error ? "text-bad" : "text-faint"}`}
    >
      {words}
    </p>
  );
}

/** What says more about a control, for `aria-describedby`. */
export function noteId(id: string): string {
  return `${id}-note`;
}

/** How everything that one types into looks. */
export const boxStyle =
  "w-full rounded-part border border-edge bg-panel text-text transition-colors placeholder:text-faint hover:border-muted focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-bad";
