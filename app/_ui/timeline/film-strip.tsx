"use client";

import { filmStrip } from "@/lib/client/timeline/film-strip";
import type { RunTimeline, TimelineView } from "@/lib/client/timeline/timeline";
import { smallPicture } from "./small-picture";

interface FilmStripProps {
  timeline: RunTimeline;
  view: TimelineView;
  width: number;
}

/** How wide a picture is at least, and how far one from the next; wider where there is room. */
const [least, leastWhereWide, gap] = [56, 84, 4];
const wide = 560;

/** A picture for each step that yielded one, as far as they fit. To the slider beside it, it adds nothing to hear. */
export function FilmStrip({ timeline, view, width }: FilmStripProps) {
  const steps = timeline.record.steps();
  const room = Math.floor((width + gap) / ((width < wide ? least : leastWhereWide) + gap));
  // Of a long run only what is kept has pictures.
  const over = view.over && view.known;
  const places = filmStrip(steps.length, { room, over });
  const now = steps.findLastIndex(({ elapsedMs }) => elapsedMs <= view.at);
  // Of the pictures that are there, the last that is not of later.
  const current = places.findLastIndex((place) => place <= now);
  return (
    <div
      aria-hidden="true"
      data-film
      className="mb-2 grid h-13 grid-rows-1 gap-1"
      style={{ gridTemplateColumns: `repeat(${Math.max(1, room)}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: Math.max(0, room) }, (_, at) => {
        const step = steps[places[at] ?? -1];
        if (!step) {
          // biome-ignore lint/suspicious/noArrayIndexKey: places that are all alike.
          return <div key={at} className={view.over ? "" : `film-to-come rounded-[5px]`} />;
        }
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: keys have the slider.
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: another picture in the same place is another one.
            key={`${at} ${step.url}`}
            data-current={at === current || undefined}
            onClick={() => timeline.seek(step.elapsedMs)}
            className={`relative cursor-pointer overflow-hidden rounded-[5px] bg-sunk ${at === current ? `outline-2 -outline-offset-1 ${view.over || view.back ? "outline-text" : "outline-accent"}` : "outline-1 -outline-offset-1 outline-line"}`}
          >
            {/* biome-ignore lint/performance/noImgElement: the server has it at this size. */}
            <img
              src={smallPicture(step.url)}
              alt=""
              draggable={false}
              decoding="async"
              className="-z-10 size-full object-cover"
              onError={(event) => {
                event.currentTarget.hidden = true;
              }}
            />
          </div>
        );
      })}
    </div>
  );
}
