import { line } from "./line";

export const plotDrawing = (
  <g {...line}>
    <path d="M18 10v56h86" />
    <path d="M28 24c8 26 18 30 32 31s26 2 40 2" />
  </g>
);
