import type { SVGProps } from "react";

/** Two who talk, 120 by 80; by itself, as an empty chat needs no other drawing. */
export function ReplyDrawing(props: SVGProps<SVGGElement>) {
  return (
    <g {...props}>
      <path d="M20 16h56a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H40L28 56V46h-8a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6z" />
      <path d="M94 34a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6h-6v9l-10-9H58" />
    </g>
  );
}
