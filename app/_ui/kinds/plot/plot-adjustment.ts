import { createContext } from "react";
import type { PlotSpec } from "@/lib/kinds/plot";

/** Makes another spec of a plot's own; of the same spec the same one. */
export type PlotAdjustment = (spec: PlotSpec) => PlotSpec;

/** What the plots around are drawn with, too, such as one scale for all of them. */
export const PlotAdjustmentContext = createContext<PlotAdjustment | undefined>(undefined);
