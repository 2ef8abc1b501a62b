import { inputWords } from "./input-words";

/** Beside a field: it is not as the run on show was given. */
export function ChangedMark({ was }: { was: unknown }) {
  const words = `Changed since this run, which had ${inputWords(was)}`;
  return (
    <span
      data-changed
      title={words}
      className="absolute inset-y-0.5 -left-3 w-3 border-l-2 border-text max-sm:-left-2.5"
    >
      <span className="sr-only">{words}.</span>
    </span>
  );
}
