"use client";

import { useContext, useEffect, useMemo, useRef, useState } from "react";
import { plotDrawing } from "../../drawings/plot";
import { EmptyStage } from "../../empty-stage";
import { afterFirstIdle } from "../../first-idle";
import { Icon } from "../../icon";
import { patiently } from "../../patiently";
import { Stage, toolStyle } from "../../stage";
import type { ViewProps } from "../kind";
import type { PlotDrawing } from "./draw-plot";
import type { JoinedPlot } from "./joined-plot";
import { PlotAdjustmentContext } from "./plot-adjustment";
import { useDrawing } from "./use-drawing";

export function PlotView({ output, value, live }: ViewProps<JoinedPlot, "plot">) {
  const room = useRef<HTMLDivElement>(null);
  const adjust = useContext(PlotAdjustmentContext);
  const spec = value?.spec && adjust ? adjust(value.spec) : value?.spec;
  const { drawing, drawn, fault } = useDrawing(room, spec);
  useEffect(() => {
    if (value) drawing?.show(value);
  }, [drawing, value]);
  const words = useWords(output.label, value, live);
  const count = value?.items.count ?? 0;
  return (
    <Stage
      name={output.name}
      label={
        drawn && drawn.step > 1 ? `${output.label} · ${thinWords(count, drawn.step)}` : output.label
      }
      tools={drawing && <PictureButton drawing={drawing} name={output.name} />}
      empty={!value?.spec && <EmptyStage drawing={plotDrawing} live={live} />}
      className="relative h-[max(var(--room),20rem)]"
    >
      <div
        role="img"
        aria-label={words}
        data-drawn={drawn && `${drawn.count}/${drawn.step}`}
        className="absolute inset-0 overflow-auto px-3 pb-3"
      >
        <div ref={room} aria-hidden="true" className="relative size-full" />
      </div>
      {fault && (
        <p className="absolute inset-0 grid place-items-center px-6 text-center text-muted">
          This plot cannot be drawn: {fault}
        </p>
      )}
    </Stage>
  );
}

function PictureButton({ drawing, name }: { drawing: PlotDrawing; name: string }) {
  const [isOff, setOff] = useState(false);
  async function download(): Promise<void> {
    setOff(true);
    const href = await drawing.picture().catch(() => undefined);
    setOff(false);
    if (href) Object.assign(document.createElement("a"), { href, download: `${name}.png` }).click();
  }
  return (
    <button
      type="button"
      aria-label="Download as PNG"
      title="Download as PNG"
      className={toolStyle}
      aria-disabled={isOff}
      onClick={() => void download()}
    >
      <Icon name="down" />
    </button>
  );
}

/** In words, not with each row that comes: a screen reader would never come to an end. */
function useWords(label: string, value: JoinedPlot | undefined, live: boolean): string {
  const [say, setSay] = useState<(label: string, plot: JoinedPlot) => string>();
  const isThere = value !== undefined;
  useEffect(() => {
    if (!isThere) return;
    const load = () => patiently(() => import("./plot-words"));
    void afterFirstIdle(load).then(({ plotWords }) => setSay(() => plotWords));
  }, [isThere]);
  const stage = live ? Math.floor(Math.log2((value?.items.count ?? 0) + 1)) : value?.items.count;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the value only its spec and how many rows, about.
  return useMemo(
    () => (value ? (say?.(label, value) ?? label) : `${label}: nothing yet`),
    [say, label, value?.spec, value?.origin, stage],
  );
}

function thinWords(count: number, step: number): string {
  return `1 in ${step.toLocaleString("en")} of ${count.toLocaleString("en")} rows drawn`;
}
