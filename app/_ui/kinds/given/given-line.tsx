import type { GivenFile, GivenFileState } from "@/lib/client/given-file";
import { sizeWords } from "@/lib/kinds/file-words";
import { lineButton } from "./given-box";

interface GivenLineProps {
  given: GivenFile;
  state: GivenFileState;
  /** What is taken, said while nothing is given. */
  taken: string;
}

/** What was given, how far its upload is, and what can be done about it. */
export function GivenLine({ given, state, taken }: GivenLineProps) {
  const part = "part" in state ? state.part : undefined;
  const percent = part === undefined ? undefined : Math.round(part * 100);
  return (
    <>
      <p className="flex min-w-0 items-baseline gap-2">
        {state.phase === "empty" ? (
          <span className="truncate">{taken}</span>
        ) : (
          <>
            <span className="min-w-0 truncate">{nameOf(state)}</span>
            <span className="num shrink-0">{percent === undefined ? "" : `${percent} %`}</span>
          </>
        )}
        <span aria-live="polite" className="sr-only">
          {wordsFor[state.phase]}
        </span>
      </p>
      {part !== undefined && (
        <progress
          aria-label={wordsFor[state.phase]}
          max={1}
          value={part}
          className="plain-progress absolute inset-x-0 bottom-0"
        />
      )}
      <span className="flex shrink-0 gap-1">
        {state.phase === "failed" && (
          <button type="button" className={lineButton} onClick={given.retry}>
            Retry
          </button>
        )}
        {state.phase !== "empty" && (
          <button type="button" className={lineButton} onClick={given.remove}>
            {state.phase === "uploading" || state.phase === "preparing" ? "Cancel" : "Remove"}
          </button>
        )}
      </span>
    </>
  );
}

const wordsFor = {
  empty: "",
  preparing: "Preparing",
  uploading: "Uploading",
  ready: "Uploaded",
  failed: "Not uploaded",
  example: "An example",
  earlier: "Given before the page was loaded again",
} satisfies { [Phase in GivenFileState["phase"]]: string };

function nameOf(state: Exclude<GivenFileState, { phase: "empty" }>): string {
  const facts = "facts" in state ? state.facts : state.file;
  return facts
    ? `${facts.name} · ${sizeWords(facts.size)} · ${wordsFor[state.phase].toLowerCase()}`
    : "A file";
}
