import { line } from "./line";

export const htmlDrawing = (
  <g {...line}>
    <rect x="20" y="14" width="80" height="52" rx="7" />
    <path d="M20 28h80M52 38l-9 9 9 9M68 38l9 9-9 9" />
  </g>
);
