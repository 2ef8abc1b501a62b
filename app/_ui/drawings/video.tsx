import { line } from "./line";

export const videoDrawing = (
  <g {...line}>
    <rect x="20" y="14" width="80" height="52" rx="7" />
    <path d="M52 29v22l19-11z" />
  </g>
);
