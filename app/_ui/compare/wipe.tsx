"use client";

import { type CSSProperties, useRef, useState } from "react";
import type { Timeline } from "@/lib/client/timeline/timeline";
import { Icon } from "../icon";
import { type Picture, useSwappedPicture } from "../kinds/image/view";
import { Choice } from "./choice";
import type { Column } from "./compared-run";
import { useSnapshot } from "./use-columns";
import { useShown } from "./use-shared-timeline";
import { wipeRoom, wipeSquare } from "./wipe-room";
import type { RowPicture } from "./wipeable";

interface WipeProps {
  columns: readonly Column[];
  /** Two at least. */
  pictures: readonly RowPicture[];
  timeline: Timeline | undefined;
}

/** Two pictures upon each other, fitted alike, and a slider that wipes from one to the other. */
export function Wipe({ columns, pictures, timeline }: WipeProps) {
  const [sides, setSides] = useState<readonly [number, number]>([0, 1]);
  /** How much of the left picture is to be seen, in percent. */
  const [part, setPart] = useState(50);
  const [left, right] = [pictures[sides[0]], pictures[sides[1]]];
  const letters = pictures.map(({ place }) => columns[place]?.letter ?? "");
  const [leftLetter = "", rightLetter = ""] = sides.map((side) => letters[side]);
  if (!left || !right) return null;
  const label = left.output.label;

  /** The side that has it already takes the other's. */
  function choose(side: 0 | 1, letter: string): void {
    const chosen = letters.indexOf(letter);
    const other = sides[1 - side] === chosen ? sides[side] : (sides[1 - side] ?? 0);
    setSides(side === 0 ? [chosen, other] : [other, chosen]);
  }

  return (
    <figure data-wipe={left.output.name}>
      {pictures.length > 2 && (
        <div className="mb-2 flex justify-center gap-8">
          {([0, 1] as const).map((side) => (
            <Choice
              key={side}
              label={side === 0 ? "Run at the left" : "Run at the right"}
              choices={letters}
              chosen={side === 0 ? leftLetter : rightLetter}
              onChoose={(letter) => choose(side, letter)}
              nameOf={(letter) => `Run ${letter}`}
            />
          ))}
        </div>
      )}
      <div className={wipeRoom}>
        <div className={wipeSquare} style={{ "--part": `${part}%` } as CSSProperties}>
          <RunPicture
            key={`right ${right.place}`}
            {...{ timeline }}
            picture={right}
            column={columns[right.place]}
            clip="inset(0 0 0 var(--part))"
          />
          <RunPicture
            key={`left ${left.place}`}
            {...{ timeline }}
            picture={left}
            column={columns[left.place]}
            clip="inset(0 calc(100% - var(--part)) 0 0)"
          />
          <span aria-hidden="true" className={`${tag} left-3`}>
            Run {leftLetter}
          </span>
          <span aria-hidden="true" className={`${tag} right-3`}>
            Run {rightLetter}
          </span>
          <input
            type="range"
            aria-label={`Wipe ${label} from run ${leftLetter} at the left to run ${rightLetter} at the right`}
            aria-valuetext={`${part} % of run ${leftLetter}`}
            min={0}
            max={100}
            step={1}
            value={part}
            className="peer absolute inset-0 z-10 size-full cursor-ew-resize touch-pan-y appearance-none opacity-0 [&::-moz-range-thumb]:w-px [&::-webkit-slider-thumb]:w-px [&::-webkit-slider-thumb]:appearance-none"
            onChange={(event) => setPart(event.target.valueAsNumber)}
          />
          <div
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 left-0 grid w-0 place-items-center"
            style={{ transform: `translateX(${part}cqw)` }}
          >
            {/* White in either theme: it lies on pictures. */}
            <span className="absolute inset-y-0 -ml-px w-0.5 bg-[white] shadow-[0_0_0_1px_rgb(0_0_0/0.3)]" />
            <span className="absolute flex h-8 items-center rounded-full bg-[white] text-[#1b1a17] shadow-[0_0_0_1px_rgb(0_0_0/0.3)]">
              <Icon name="left" />
              <Icon name="right" />
            </span>
          </div>
          <div
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 outline-offset-[-2px] outline-text peer-focus-visible:outline-2"
          />
        </div>
      </div>
      <figcaption className="sr-only">{label}</figcaption>
    </figure>
  );
}

const tag =
  "pointer-events-none absolute top-3 z-10 rounded-part bg-panel/90 px-2.5 py-1 text-fine text-muted";

/** Below this width a picture's own pixels are shown, as squares. */
const fewPixels = 257;

interface RunPictureProps {
  column: Column | undefined;
  picture: RowPicture;
  timeline: Timeline | undefined;
  clip: string;
}

function RunPicture({ column, ...rest }: RunPictureProps) {
  return column ? <ColumnPicture column={column} {...rest} /> : null;
}

function ColumnPicture({ column, picture, timeline, clip }: RunPictureProps & { column: Column }) {
  const { output, place } = picture;
  const image = useRef<HTMLImageElement>(null);
  const snapshot = useSnapshot(column);
  const then = useShown(timeline, place)?.snapshot ?? snapshot;
  const shown = useSwappedPicture(image, then.outputs[output.name] as Picture | undefined);
  return (
    // biome-ignore lint/performance/noImgElement: Next's own would fetch a smaller copy of each frame.
    <img
      ref={image}
      alt={shown ? `${output.label} of run ${column.letter}` : ""}
      hidden={!shown}
      draggable={false}
      className={`absolute inset-0 size-full object-contain ${shown && shown.width < fewPixels ? "[image-rendering:pixelated]" : ""}`}
      style={{ clipPath: clip }}
    />
  );
}
