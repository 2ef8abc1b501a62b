"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { isOver, type RunSnapshot } from "@/lib/client/run-snapshot";
import type { DemoDescription } from "@/lib/demo/describe";
import type { Values } from "../use-form";
import { useRunIcon } from "../use-run-icon";
import { useTell } from "./use-tell";

const ShareDialog = dynamic(
  () => import("../share/share-dialog").then((part) => part.ShareDialog),
  {
    ssr: false,
  },
);

export interface RunActionsProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  /** What the run was given, where that is known. */
  given: Values | undefined;
  /** The instant that is looked at, in milliseconds; `undefined` where that is the newest. */
  instant(): number | undefined;
  /** Runs again with the same inputs. */
  onAgain?: (() => void) | undefined;
  /** As `onAgain`, with another seed. */
  onNewSeed?: (() => void) | undefined;
}

/** What can be done with the run on show. While it goes on, that is to wait for it elsewhere. */
export function RunActions(props: RunActionsProps) {
  const { demo, snapshot, given, instant, onAgain, onNewSeed } = props;
  const { phase, run } = snapshot;
  const active = phase !== "idle" && !isOver(phase);
  const first = useRef<HTMLButtonElement>(null);
  const share = useRef<HTMLButtonElement>(null);
  const [shared, setShared] = useState<{ instant: number | undefined }>();
  const told = useTell(demo.title, snapshot);
  // Where each letter starts a run nobody waits for its end.
  const tell = demo.live ? undefined : told;
  useRunIcon(snapshot);
  if (phase === "idle") return null;
  return (
    <>
      {/* Each keeps its room whatever it says, or others would move when the run ends. */}
      <div
        className={`flex min-h-8 grow gap-x-6 @sm:grow-0 ${onNewSeed ? "basis-full @sm:basis-auto" : "basis-full @xs:basis-auto"}`}
      >
        {(tell ?? onAgain) && (
          // One button for both: what has the focus keeps it.
          <button
            ref={first}
            type="button"
            aria-pressed={active && tell ? tell.on : undefined}
            aria-disabled={active && !tell}
            className={`${action} ${tell ? "min-w-40 text-left @sm:text-right" : ""} ${active || onAgain ? "" : "invisible"}`}
            onClick={(event) => {
              // The second click of a double click is not meant for what is there since the first.
              if (event.detail > 1) return;
              if (!active) onAgain?.();
              else tell?.toggle();
            }}
          >
            <span key={String(active)}>
              {!active || !tell
                ? "Run again"
                : tell.on
                  ? "You will be told"
                  : "Tell me when it is done"}
            </span>
          </button>
        )}
        {onNewSeed && (
          <button
            type="button"
            className={`${action} ${active ? "invisible" : ""}`}
            onClick={() => {
              onNewSeed();
              first.current?.focus();
            }}
          >
            New seed
          </button>
        )}
      </div>
      <button
        ref={share}
        type="button"
        aria-haspopup="dialog"
        // Until the server has said which run it is, it only takes its room.
        className={`${action} ${run ? "" : "invisible"}`}
        onClick={() => setShared({ instant: instant() })}
      >
        Share
      </button>
      {shared && run && (
        <ShareDialog
          demo={demo}
          run={run.id}
          given={given}
          instant={shared.instant}
          opener={share}
          onClose={() => setShared(undefined)}
        />
      )}
    </>
  );
}

const action =
  "min-h-8 rounded-part text-muted transition-colors hover:text-text aria-disabled:opacity-50 aria-pressed:text-text";
