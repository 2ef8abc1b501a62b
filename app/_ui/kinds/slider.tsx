"use client";

import { Slider } from "@base-ui/react/slider";
import { FieldFrame, noteId } from "./field-frame";
import type { FieldProps } from "./kind";
import { SliderEnds, SliderValue } from "./slider-scale";

export function SliderField({ input, value, onChange, error, disabled, id }: FieldProps<"slider">) {
  const { min, max, step } = input.options;
  const shown = typeof value === "number" ? value : min;
  return (
    <Slider.Root
      value={shown}
      onValueChange={(next) => onChange(onStep(next, step))}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
    >
      <FieldFrame
        {...{ input, error, id }}
        label={<Slider.Label className="font-medium">{input.label}</Slider.Label>}
        aside={<SliderValue value={shown} />}
      >
        <Slider.Control className="flex touch-none items-center py-3 select-none data-disabled:opacity-60">
          <Slider.Track className="h-1 w-full rounded-full bg-line">
            <Slider.Indicator className="rounded-full bg-text" />
            <Slider.Thumb
              // Base UI ties the label to it only when its script has come.
              aria-label={input.label}
              aria-describedby={noteId(id)}
              className="size-[1.125rem] rounded-full border-2 border-text bg-panel transition-shadow hover:ring-4 hover:ring-text/10 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-text"
            />
          </Slider.Track>
        </Slider.Control>
        <SliderEnds min={min} max={max} />
      </FieldFrame>
    </Slider.Root>
  );
}

/** Adding steps of 0.1 gives 0.30000000000000004, which nobody means. */
function onStep(value: number, step: number): number {
  const digits = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(step))));
  return Number(value.toFixed(digits));
}
