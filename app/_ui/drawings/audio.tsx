/** The heights of a sound's bars. */
const bars = [10, 22, 16, 38, 56, 30, 44, 20, 34, 14, 8];

export const audioDrawing = bars.map((height, at) => (
  <rect
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list.
    key={at}
    x={18 + at * 8}
    y={40 - height / 2}
    width="4"
    height={height}
    rx="2"
    opacity={0.4 + (height / 56) * 0.6}
  />
));
