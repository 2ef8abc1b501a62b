import { useMemo } from "react";
import type { PastRun } from "@/lib/client/past-run";
import type { DemoDescription } from "@/lib/demo/describe";
import { Icon } from "../icon";
import { KindDrawing } from "../kind-drawing";
import { ageWords, givenWords, pastWords } from "./past-run-words";

interface PastRunRowProps {
  demo: DemoDescription;
  run: PastRun;
  /** Since the epoch, in milliseconds. */
  now: number;
  /** Whether it is the run on show. */
  current: boolean;
  changed: number;
  /** Whether it is chosen to be compared; `undefined` where none are to be. */
  ticked: boolean | undefined;
  onTick(): void;
  onOpen(): void;
  onRemove(): void;
}

/** One run: what it was given, how it has ended and when; a button that opens it, and one that removes it. */
export function PastRunRow(props: PastRunRowProps) {
  const { demo, run, now, current, changed, ticked, onTick, onOpen, onRemove } = props;
  const given = useMemo(() => givenWords(demo, run), [demo, run]);
  const state = pastWords(run);
  return (
    <li
      data-run={run.id}
      className={`group relative -mx-3 flex items-center rounded-box transition-colors ${current ? "bg-sunk" : "hover:bg-sunk"}`}
    >
      {ticked !== undefined && (
        // The whole of its room is to be pressed, not the small box alone.
        <label className="-mr-3 grid cursor-pointer self-stretch px-3">
          <input
            type="checkbox"
            aria-label={`Compare: ${given}, ${state}`}
            checked={ticked}
            // What the server does not know, it cannot show.
            disabled={run.gone || run.id === ""}
            className="size-4 self-center accent-(--ink)"
            onChange={onTick}
          />
        </label>
      )}
      <button
        type="button"
        aria-current={current || undefined}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-box px-3 py-2 text-left pointer-coarse:pr-1 focus-visible:-outline-offset-2"
        onClick={onOpen}
      >
        <RunThumbnail demo={demo} run={run} />
        <span className="min-w-0 flex-1">
          <span className="num block truncate font-medium">{given}</span>
          <span className="num block truncate text-fine text-muted">
            {state}
            {changed > 0 && ` · ${changed} ${changed === 1 ? "input" : "inputs"} changed since`}
          </span>
        </span>
        {/* Where there is a pointer, what removes the run comes in its place. */}
        <span className="num shrink-0 text-fine text-muted transition-opacity group-hover:opacity-0 group-has-[[data-remove]:focus-visible]:opacity-0 pointer-coarse:opacity-100!">
          {ageWords(run.createdAt, now)}
        </span>
      </button>
      <button
        type="button"
        data-remove
        aria-label={`Remove the run: ${given}`}
        title="Remove"
        className="absolute right-1.5 grid size-8 shrink-0 place-items-center rounded-part text-muted opacity-0 transition-opacity group-hover:opacity-100 hover:text-text focus-visible:opacity-100 pointer-coarse:static pointer-coarse:mr-1 pointer-coarse:opacity-100"
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

function RunThumbnail({ demo, run }: Pick<PastRunRowProps, "demo" | "run">) {
  const { thumbnail, status } = run;
  const kind = demo.outputs[0]?.kind ?? "text";
  const isLive = status === "RUNNING" || status === "QUEUED";
  return (
    <span
      aria-hidden="true"
      className="hairline relative grid size-10 shrink-0 place-items-center overflow-hidden rounded-part bg-panel"
    >
      {thumbnail?.kind === "image" ? (
        // biome-ignore lint/performance/noImgElement: it is here already, there is nothing to fetch.
        <img src={thumbnail.url} alt="" className="size-full object-cover" />
      ) : thumbnail ? (
        // A page of a text, seen from afar; a number is short, and can be read.
        <span
          className={
            thumbnail.words.length > 6
              ? "absolute top-1 left-1 w-16 origin-top-left scale-50 text-fine [overflow-wrap:anywhere] text-muted"
              : "num px-0.5 text-fine font-medium"
          }
        >
          {thumbnail.words}
        </span>
      ) : (
        <KindDrawing
          kind={kind}
          className={`h-5 text-faint ${isLive && !run.gone ? "animate-breathe" : ""}`}
        />
      )}
    </span>
  );
}
