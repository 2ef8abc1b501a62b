interface ChoiceProps {
  label: string;
  choices: readonly string[];
  chosen: string;
  onChoose(choice: string): void;
  /** What says a choice in full, where it is a letter. */
  nameOf?(choice: string): string;
}

/** A few buttons of which one is pressed. */
export function Choice({ label, choices, chosen, onChoose, nameOf }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" aria-label={label} className="flex gap-0.5">
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-label={nameOf?.(choice)}
          aria-pressed={choice === chosen}
          className={`h-8 min-w-8 rounded-part px-2.5 text-fine transition-colors hover:text-text ${choice === chosen ? "bg-sunk font-medium text-text" : "text-muted"}`}
          onClick={() => onChoose(choice)}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}
