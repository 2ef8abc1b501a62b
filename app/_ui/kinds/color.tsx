import { boxStyle, FieldFrame, noteId } from "./field-frame";
import type { FieldProps } from "./kind";

/** A text, which a keyboard can write, and beside it what the browser picks colours with. */
export function ColorField({ input, value, onChange, error, disabled, id }: FieldProps<"color">) {
  const text = typeof value === "string" ? value : "";
  return (
    <FieldFrame {...{ input, error, id }}>
      <div className="flex gap-2">
        <input
          type="color"
          aria-label={`Pick: ${input.label}`}
          value={hexOf(text) ?? "#000000"}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          className="h-10 w-12 shrink-0 cursor-pointer appearance-none rounded-part border border-edge bg-panel p-1 transition-colors hover:border-muted disabled:opacity-60 [&::-moz-color-swatch]:rounded-[calc(var(--corner)*0.4)] [&::-moz-color-swatch]:border-0 [&::-webkit-color-swatch]:rounded-[calc(var(--corner)*0.4)] [&::-webkit-color-swatch]:border-0 [&::-webkit-color-swatch-wrapper]:p-0"
        />
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          value={text}
          disabled={disabled}
          aria-invalid={error !== undefined}
          aria-describedby={noteId(id)}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            const whole = hexOf(text);
            if (whole !== undefined && whole !== text) onChange(whole);
          }}
          className={`${boxStyle} h-10 px-3 font-mono`}
        />
      </div>
    </FieldFrame>
  );
}

/** What people also write: `f70`, `#F70` and `FF7700` are all `#ff7700`. */
function hexOf(text: string): string | undefined {
  const digits = /^\s*#?([0-9a-f]{3}|[0-9a-f]{6})\s*$/i.exec(text)?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}
