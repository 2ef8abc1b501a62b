import { Icon } from "../icon";
import { FieldFrame, noteId } from "./field-frame";
import type { FieldProps } from "./kind";

interface ChoiceListProps extends Pick<FieldProps, "input" | "error" | "disabled" | "id"> {
  sort: "radio" | "checkbox";
  choices: readonly string[];
  chosen: readonly unknown[];
  onChoose(choice: string, chosen: boolean): void;
}

/** Longer ones have a line each. */
const shortChoice = 14;

/**
 * Choices that are all on show. They are the browser's own controls, drawn anew: arrow keys and screen
 * readers find what they know, before any script has come, and in an embed they cost nothing.
 */
export function ChoiceList(props: ChoiceListProps) {
  const { sort, choices, chosen, onChoose, input, error, disabled, id } = props;
  const isShort = choices.every((choice) => choice.length <= shortChoice);
  return (
    <FieldFrame
      {...{ input, error, id }}
      label={
        <span id={`${id}-label`} className="font-medium">
          {input.label}
        </span>
      }
    >
      <fieldset
        id={id}
        role={sort === "radio" ? "radiogroup" : undefined}
        aria-labelledby={`${id}-label`}
        aria-describedby={noteId(id)}
        disabled={disabled}
        data-invalid={error === undefined ? undefined : ""}
        className={`group/choices grid min-w-0 gap-x-4 ${isShort ? "grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))]" : ""}`}
      >
        {choices.map((choice) => (
          <label
            key={choice}
            className="flex min-h-9 min-w-0 items-center gap-3 py-1 has-disabled:opacity-60"
          >
            <span className="relative grid size-5 shrink-0 place-items-center">
              <input
                type={sort}
                name={id}
                value={choice}
                checked={chosen.includes(choice)}
                onChange={(event) => onChoose(choice, event.target.checked)}
                className={`peer absolute inset-0 cursor-pointer appearance-none border border-edge bg-panel transition-colors checked:border-text checked:bg-text hover:border-muted group-data-invalid/choices:border-bad ${sort === "radio" ? "rounded-full" : "rounded-[calc(var(--corner)*0.5)]"}`}
              />
              <span className="pointer-events-none relative hidden text-bg peer-checked:block">
                {sort === "radio" ? (
                  <span className="block size-2 rounded-full bg-bg" />
                ) : (
                  <Icon name="check" />
                )}
              </span>
            </span>
            <bdi className="min-w-0 [overflow-wrap:anywhere]">{choice}</bdi>
          </label>
        ))}
      </fieldset>
    </FieldFrame>
  );
}
