export const labelDrawing = [92, 56, 30, 14].map((width, at) => (
  <rect
    key={width}
    x="14"
    y={12 + at * 15}
    width={width}
    height="8"
    rx="4"
    opacity={1 - at * 0.22}
  />
));
