export const galleryDrawing = [0, 1, 2, 3, 4, 5].map((at) => (
  <rect
    key={at}
    x={22 + (at % 3) * 27}
    y={14 + Math.floor(at / 3) * 27}
    width="22"
    height="22"
    rx="4"
    opacity={1 - at * 0.13}
  />
));
