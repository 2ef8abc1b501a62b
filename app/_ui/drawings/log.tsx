export const logDrawing = [12, 28, 44, 60].map((y, at) => (
  <g key={y} opacity={0.4 + at * 0.2}>
    <rect x="12" y={y} width="14" height="6" rx="3" />
    <rect x="34" y={y} width={[66, 48, 74, 36][at]} height="6" rx="3" />
  </g>
));
