import { line } from "./line";

export const codeDrawing = (
  <g {...line}>
    <path d="M38 22 20 40l18 18M82 22l18 18-18 18M68 14 52 66" />
  </g>
);
