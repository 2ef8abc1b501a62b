/** So many squares a side, lit by a fixed rule that looks like noise. */
const side = 8;
const squares = Array.from({ length: side * side }, (_, at) => ((at * 7919 + 13) % 97) / 97);

export const imageDrawing = squares.map((light, at) => (
  <rect
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list.
    key={at}
    x={24 + (at % side) * 9}
    y={4 + Math.floor(at / side) * 9}
    width="8"
    height="8"
    rx="1.5"
    opacity={0.15 + light * 0.85}
  />
));
