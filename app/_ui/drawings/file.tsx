import { line } from "./line";

export const fileDrawing = (
  <g {...line}>
    <path d="M42 12h24l14 14v42H42z" />
    <path d="M65 13v14h14M60 38v18M52 49l8 8 8-8" />
  </g>
);
