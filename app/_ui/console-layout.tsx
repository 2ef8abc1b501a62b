import type { ReactNode } from "react";

/** Inputs at the left, about a third, and outputs at the right; below each other where it is narrow. */
export function ConsoleLayout({ inputs, outputs }: { inputs: ReactNode; outputs: ReactNode }) {
  return (
    <div className="@container">
      <div className="grid items-start gap-6 @2xl:grid-cols-[clamp(14rem,32%,22rem)_minmax(0,1fr)] @2xl:gap-8">
        {inputs}
        {outputs}
      </div>
    </div>
  );
}
