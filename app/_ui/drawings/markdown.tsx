import { line } from "./line";

export const markdownDrawing = (
  <g {...line}>
    <path d="M18 58V22l16 20 16-20v36M84 22v34M70 44l14 14 14-14" />
  </g>
);
