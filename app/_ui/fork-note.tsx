import { comparedAddress } from "@/lib/client/compare/compared-runs";
import type { Fork } from "./fork";
import { Icon } from "./icon";
import { toolStyle } from "./stage";

interface ForkNoteProps {
  fork: Fork;
  /** The run that was forked from it here, where there is one. */
  forked: string | undefined;
  onForget(): void;
}

/** Says which run the form was filled from, and lets it be forgotten. */
export function ForkNote({ fork, forked, onForget }: ForkNoteProps) {
  return (
    <div className="flex items-center justify-between gap-3 border-l-2 border-line pl-3 text-fine text-muted">
      <p>
        {fork.kept ? (
          <>
            Forked from{" "}
            <a
              href={`/runs/${fork.run}`}
              className="rounded-part text-text underline underline-offset-2"
            >
              an earlier run
            </a>
            {forked !== undefined && (
              <>
                {": "}
                <a
                  href={comparedAddress([fork.run, forked])}
                  className="rounded-part text-text underline underline-offset-2"
                >
                  compare with it
                </a>
              </>
            )}
          </>
        ) : (
          "Forked from a run that is no longer kept"
        )}
      </p>
      <button
        type="button"
        aria-label="Not as a fork"
        title="Not as a fork"
        className={toolStyle}
        onClick={onForget}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
