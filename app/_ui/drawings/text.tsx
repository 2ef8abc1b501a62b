export const textDrawing = [84, 96, 72, 44].map((width, at) => (
  <rect
    key={width}
    x="12"
    y={14 + at * 15}
    width={width}
    height="6"
    rx="3"
    opacity={1 - at * 0.2}
  />
));
