"use client";

import { Stage } from "../../stage";
import type { ViewProps } from "../kind";

const format = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });
/** Outside of these a number is written with an exponent. */
const [least, most] = [1e-4, 1e15];

export function NumberView({ output, value }: ViewProps<number, "number">) {
  return (
    <Stage
      name={output.name}
      label={output.label}
      className="num flex h-20 items-center overflow-x-auto px-4 pb-3 text-[clamp(2rem,9cqi,3.5rem)] leading-none font-medium tracking-tight"
    >
      {value === undefined ? <span className="text-edge/70">–</span> : wordsOf(value)}
    </Stage>
  );
}

function wordsOf(value: number): string {
  const size = Math.abs(value);
  const isPlain = value === 0 || (size >= least && size < most);
  return isPlain ? format.format(value) : value.toExponential(3);
}
