"use client";

import { Stage } from "../../stage";
import type { ViewProps } from "../kind";

const format = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

export function NumberView({ output, value }: ViewProps<number, "number">) {
  return (
    <Stage
      name={output.name}
      label={output.label}
      className="num flex h-20 items-center overflow-x-auto px-4 pb-3 text-[clamp(2rem,9cqi,3.5rem)] leading-none font-medium tracking-tight"
    >
      {value === undefined ? <span className="text-edge/70">–</span> : format.format(value)}
    </Stage>
  );
}
