"use client";

import { type LatePart, useLatePart } from "../../late-part";
import type { FormulaProps } from "./set-formula";

/** What sets it has 80 kB. */
const setFormula: LatePart<FormulaProps> = {
  load: () => import("./set-formula").then((part) => part.SetFormula),
};

/** A formula. Its source would not stand in its place: most are of another height. */
export function Formula(props: FormulaProps) {
  const SetFormula = useLatePart(setFormula);
  return SetFormula && <SetFormula {...props} />;
}
