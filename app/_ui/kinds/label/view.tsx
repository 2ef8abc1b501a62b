"use client";

import { useLayoutEffect, useRef } from "react";
import { type Confidence, topByDefault } from "@/lib/kinds/label";
import { labelDrawing } from "../../drawings/label";
import { EmptyStage } from "../../empty-stage";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { placeLabels } from "./place-labels";

/** A label on the wire, with the classes that are shown. */
export interface LabelOnWire {
  readonly confidences: readonly Confidence[];
  /** Of all classes. */
  readonly count: number;
  readonly total: number;
}

/** In pixels: of the winner above, and of each row. */
const [headHeight, rowHeight] = [56, 44];
/** Two bars change places where one is longer by this, while more comes. */
const slack = 0.01;
/** A label may be as long as a value may be; so much of it fits at most. */
const longestShown = 200;

export function LabelView({ output, value, live }: ViewProps<LabelOnWire, "label">) {
  const { top = topByDefault } = output.options;
  const before = useRef<readonly string[]>([]);
  // At rest the order is that of the value alone, whatever was shown before.
  const known = live ? before.current : [];
  const placed = placeLabels(known, value?.confidences ?? [], live ? slack : 0);
  useLayoutEffect(() => {
    before.current = placed.map(({ label }) => label);
  });
  const rest = value && restOf(value);
  const rows = rest ? [...placed, rest] : placed;
  return (
    <Stage
      name={output.name}
      label={output.label}
      empty={!value && <EmptyStage drawing={labelDrawing} live={live} />}
      className="relative"
    >
      <div style={{ height: headHeight + (top + 1) * rowHeight + 4 }}>
        {value && (
          <>
            <ol className="sr-only" aria-label={output.label}>
              {rows.map(({ label, confidence }) => (
                <li key={label}>{`${cut(label)}, ${percent(confidence)}`}</li>
              ))}
            </ol>
            <div aria-hidden="true" className="absolute inset-x-4 top-0 bottom-0">
              <p className="truncate pt-1 text-title font-semibold tracking-tight" dir="auto">
                {cut(placed[0]?.label ?? "")}
              </p>
              {/* Their order in the page never changes: an element that is moved there loses its motion. */}
              {[...placed]
                .sort((one, other) => (one.label < other.label ? -1 : 1))
                .map((row) => (
                  <Bar key={`class ${row.label}`} row={row} place={placed.indexOf(row)} />
                ))}
              {rest && <Bar key="rest" row={rest} place={placed.length} faint />}
            </div>
          </>
        )}
      </div>
    </Stage>
  );
}

function Bar({ row, place, faint }: { row: Confidence; place: number; faint?: boolean }) {
  const isFirst = place === 0 && !faint;
  return (
    <div
      data-bar={row.label}
      className="absolute inset-x-0 top-0 transition-transform duration-[120ms]"
      style={{ transform: `translateY(${headHeight + place * rowHeight}px)` }}
    >
      <div className="flex items-baseline justify-between gap-4">
        <bdi
          className={`truncate ${faint ? "text-muted" : isFirst ? "font-medium" : ""}`}
          title={row.label.slice(0, 1000)}
        >
          {cut(row.label)}
        </bdi>
        <span className={`num shrink-0 ${isFirst ? "font-medium" : "text-muted"}`}>
          {percent(row.confidence)}
        </span>
      </div>
      <div className="mt-1.5 h-1.5 overflow-hidden rounded-part bg-line">
        <div
          className={`h-full origin-left transition-transform duration-[120ms] ${isFirst ? "bg-text" : "bg-edge"}`}
          style={{ transform: `scaleX(${row.confidence})` }}
        />
      </div>
    </div>
  );
}

/** All classes that are not shown, as one. */
function restOf({ confidences, count, total }: LabelOnWire): Confidence | undefined {
  const others = count - confidences.length;
  if (others <= 0) return undefined;
  const shown = confidences.reduce((sum, { confidence }) => sum + confidence, 0);
  const confidence = Math.min(1, Math.max(0, total - shown));
  return { label: `${others.toLocaleString("en")} more`, confidence };
}

function percent(confidence: number): string {
  return `${(100 * confidence).toFixed(1)} %`;
}

function cut(label: string): string {
  return label.length > longestShown ? `${label.slice(0, longestShown)}…` : label;
}
