/** A slider's value, as it stands beside its label. */
export function SliderValue({ value }: { value: number }) {
  return (
    <span
      aria-hidden="true"
      className="num hairline min-w-9 rounded-part bg-panel px-2.5 py-0.5 text-center"
    >
      {value.toLocaleString("en", { maximumFractionDigits: 6 })}
    </span>
  );
}

/** The ends of a slider, below its track. */
export function SliderEnds({ min, max }: { min: number; max: number }) {
  return (
    <div aria-hidden="true" className="num flex justify-between text-fine text-faint">
      <span>{min.toLocaleString("en")}</span>
      <span>{max.toLocaleString("en")}</span>
    </div>
  );
}
