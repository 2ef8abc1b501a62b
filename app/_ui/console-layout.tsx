import type { ReactNode } from "react";

interface ConsoleLayoutProps {
  inputs: ReactNode;
  outputs: ReactNode;
  /** Below the inputs; where it is narrow, below all. */
  side?: ReactNode;
}

/** Inputs at the left, about a third, and outputs at the right; below each other where it is narrow. */
export function ConsoleLayout({ inputs, outputs, side }: ConsoleLayoutProps) {
  return (
    <div className="@container">
      <div className="grid items-start gap-6 @2xl:grid-cols-[clamp(14rem,32%,22rem)_minmax(0,1fr)] @2xl:grid-rows-[auto_1fr] @2xl:gap-x-8">
        {inputs}
        <div className="min-w-0 @2xl:col-start-2 @2xl:row-span-2 @2xl:row-start-1">{outputs}</div>
        {side && <div className="min-w-0 @2xl:col-start-1 @2xl:row-start-2">{side}</div>}
      </div>
    </div>
  );
}
