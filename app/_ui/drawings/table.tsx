import { line } from "./line";

export const tableDrawing = (
  <g {...line}>
    <rect x="18" y="12" width="84" height="56" rx="6" />
    <path d="M18 30h84M18 49h84M48 12v56" />
  </g>
);
