import { FieldFrame, noteId } from "../field-frame";
import type { FieldProps } from "../kind";
import { SliderEnds, SliderValue } from "../slider-scale";

/** A slider for embeds: the browser's own, which costs nothing to download. */
export function PlainSliderField({
  input,
  value,
  onChange,
  error,
  disabled,
  id,
}: FieldProps<"slider">) {
  const { min, max, step } = input.options;
  const shown = typeof value === "number" ? value : min;
  return (
    <FieldFrame {...{ input, error, id }} aside={<SliderValue value={shown} />}>
      <input
        id={id}
        type="range"
        {...{ min, max, step, disabled }}
        value={shown}
        aria-describedby={noteId(id)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="plain-range"
        style={{ "--part": (shown - min) / (max - min) } as React.CSSProperties}
      />
      <SliderEnds min={min} max={max} />
    </FieldFrame>
  );
}
