import { ReplyDrawing } from "../reply-drawing";

interface EmptyChatProps {
  prompts: readonly string[];
  onPick(prompt: string): void;
}

/** Before anything was said: what one could say. */
export function EmptyChat({ prompts, onPick }: EmptyChatProps) {
  return (
    <div className="grid min-h-full place-content-center gap-6 py-6">
      <div aria-hidden="true" className="mx-auto text-edge/40">
        <svg viewBox="0 0 120 80" className="h-24" aria-hidden="true">
          <ReplyDrawing
            fill="none"
            stroke="currentColor"
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </div>
      {prompts.length > 0 && (
        <ul
          aria-label="Suggestions"
          className="mx-auto flex max-w-[36rem] flex-wrap justify-center gap-2"
        >
          {prompts.map((prompt) => (
            <li key={prompt} className="max-w-full">
              <button
                type="button"
                className="hairline max-w-full rounded-box bg-panel px-4 py-2.5 text-left [overflow-wrap:anywhere] text-text transition-colors hover:border-edge hover:bg-sunk"
                onClick={() => onPick(prompt)}
              >
                {prompt}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
