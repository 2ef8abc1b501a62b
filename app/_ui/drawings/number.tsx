import { line } from "./line";

export const numberDrawing = (
  <g {...line}>
    <path d="m26 28 10-8v40" />
    <path d="M50 31a10 10 0 1 1 18 6L49 60h21" />
    <path d="M82 20h20L91 36a12 12 0 1 1-10 19" />
  </g>
);
