import { line } from "./line";

export const jsonDrawing = (
  <g {...line}>
    <path d="M48 18c-7 0-9 3-9 9v5c0 5-2 8-7 8 5 0 7 3 7 8v5c0 6 2 9 9 9" />
    <path d="M72 18c7 0 9 3 9 9v5c0 5 2 8 7 8-5 0-7 3-7 8v5c0 6-2 9-9 9" />
  </g>
);
