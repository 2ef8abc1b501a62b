"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { useRef } from "react";
import type { WireNotice } from "@/lib/client/wire";

const tones = { info: "bg-muted", success: "bg-good", warning: "bg-warn", error: "bg-bad" };

/** Pixels; what is nearer than this to the one before is told with it. */
const near = 6;

interface NoticeTicksProps {
  notices: readonly WireNotice[];
  /** Pixels from the left, for milliseconds of the run. */
  x(elapsedMs: number): number;
}

/** A tick for each notice, that says it to a mouse; to others the list below does. */
export function NoticeTicks({ notices, x }: NoticeTicksProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <Tooltip.Provider delay={0}>
      <div ref={box} />
      {groups(notices, x).map((group) => (
        <Tooltip.Root key={`${group.place} ${group.notices.length}`}>
          <Tooltip.Trigger
            render={
              <span
                aria-hidden="true"
                data-notice
                className="group absolute inset-y-0 left-0 -ml-1.5 grid w-3 place-items-center"
                style={{ transform: `translateX(${group.place}px)` }}
              >
                <span
                  className={`size-1.5 -translate-y-[10px] rounded-full transition-transform group-hover:scale-150 ${tones[group.level]}`}
                />
              </span>
            }
          />
          <Tooltip.Portal container={box}>
            <Tooltip.Positioner side="top" sideOffset={4}>
              <Tooltip.Popup className="hairline max-w-72 rounded-part bg-panel px-2.5 py-1.5 text-fine [overflow-wrap:anywhere] shadow-md">
                {group.notices.slice(0, 5).map(({ text }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a list that holds no state.
                  <p key={at}>{text}</p>
                ))}
                {group.notices.length > 5 && <p>and {group.notices.length - 5} more</p>}
              </Tooltip.Popup>
            </Tooltip.Positioner>
          </Tooltip.Portal>
        </Tooltip.Root>
      ))}
    </Tooltip.Provider>
  );
}

interface Group {
  readonly place: number;
  level: WireNotice["level"];
  readonly notices: WireNotice[];
}

const gravity = ["info", "success", "warning", "error"];

function groups(notices: readonly WireNotice[], x: (elapsedMs: number) => number): Group[] {
  const all: Group[] = [];
  for (const notice of notices) {
    const place = Math.round(x(notice.elapsedMs));
    const last = all[all.length - 1];
    if (!last || place - last.place >= near) {
      all.push({ place, level: notice.level, notices: [notice] });
      continue;
    }
    last.notices.push(notice);
    if (gravity.indexOf(notice.level) > gravity.indexOf(last.level)) last.level = notice.level;
  }
  return all;
}
