"use client";

import { type ReactNode, useState } from "react";
import type { ReplyNode } from "@/lib/client/chat/joined-reply";
import { duration } from "../duration";
import { Icon } from "../icon";
import { Scroller } from "../scroller";
import { Said } from "./said";

interface ReplyStepProps {
  node: ReplyNode;
  live: boolean;
  /** The steps and pictures within it. */
  children: ReactNode;
}

type StepLook = "running" | "done" | "failed" | "stopped";

/** So near to its end what a step says is followed. */
const nearEnd = 24;

/**
 * A thought, or a call of a tool: a line that says how it stands, and unfolds into what it says and the
 * steps within it. It folds by nobody but who reads it, so that nothing moves by itself.
 */
export function ReplyStep({ node, live, children }: ReplyStepProps) {
  const { part, within } = node;
  const [open, setOpen] = useState(false);
  const look = lookOf(part.state, live);
  const hasMore = part.text !== "" || within.length > 0;
  return (
    <details
      data-step={look}
      open={open}
      onToggle={(event) => {
        // One within it tells its own, and the event rises in React.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
      className="min-w-0 text-ui"
    >
      <summary
        className={`-mx-2 flex min-h-8 w-fit max-w-[calc(100%+1rem)] list-none items-center gap-2.5 rounded-part px-2 py-1 text-muted transition-colors [&::-webkit-details-marker]:hidden ${hasMore ? "cursor-pointer hover:bg-sunk hover:text-text" : "cursor-default"}`}
      >
        <StepMark look={look} />
        <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{part.title}</span>
        <span className="num shrink-0 text-fine text-faint">
          {timeWords(look, part.durationMs)}
        </span>
        <span
          aria-hidden="true"
          className={`shrink-0 transition-transform ${open ? "rotate-90" : ""} ${hasMore ? "" : "invisible"}`}
        >
          <Icon name="fold" />
        </span>
      </summary>
      {open && (
        <div className="mt-1 mb-2 ml-[3px] grid min-w-0 gap-2 border-l border-line pl-[1.125rem] text-muted">
          {part.text !== "" && (
            <Scroller
              aria-label={part.title ?? "Step"}
              ref={followEnd}
              className="max-h-72 overflow-y-auto overscroll-contain rounded-part text-ui focus-visible:outline-offset-0"
            >
              <div>
                <Said text={part.text} live={look === "running"} />
              </div>
            </Scroller>
          )}
          {children}
        </div>
      )}
    </details>
  );
}

function StepMark({ look }: { look: StepLook }) {
  const tones = {
    running: "bg-accent ring-4 ring-accent/22",
    done: "bg-good",
    failed: "bg-bad",
    stopped: "bg-faint",
  };
  return (
    <>
      <i aria-hidden="true" className={`mr-1 size-2 shrink-0 rounded-full ${tones[look]}`} />
      <span className="sr-only">{look}:</span>
    </>
  );
}

/** A step that still runs when its run is over was stopped with it. */
function lookOf(state: ReplyNode["part"]["state"], live: boolean): StepLook {
  if (state === "DONE") return "done";
  if (state === "FAILED") return "failed";
  return live ? "running" : "stopped";
}

function timeWords(look: StepLook, durationMs: number | null): string {
  const took = durationMs === null ? "" : duration(durationMs);
  if (look === "failed") return took ? `failed after ${took}` : "failed";
  return look === "stopped" ? "stopped" : took;
}

/** Keeps the end of what grows in sight, unless somebody has scrolled up to read. */
function followEnd(element: HTMLElement | null): (() => void) | undefined {
  const content = element?.firstElementChild;
  if (!element || !content) return undefined;
  let follows = true;
  const onScroll = () => {
    follows = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
  };
  const observer = new ResizeObserver(() => {
    if (follows) element.scrollTop = element.scrollHeight;
  });
  observer.observe(content);
  element.addEventListener("scroll", onScroll, { passive: true });
  return () => {
    observer.disconnect();
    element.removeEventListener("scroll", onScroll);
  };
}
