import type { ReactNode } from "react";
import type { OutputKindName } from "@/lib/kinds/outputs";

/** So many squares a side, lit by a fixed rule that looks like noise. */
const side = 8;
const squares = Array.from({ length: side * side }, (_, at) => ((at * 7919 + 13) % 97) / 97);

const drawings: { readonly [Name in OutputKindName]: ReactNode } = {
  image: squares.map((light, at) => (
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
  )),
  json: (
    <text x="60" y="54" textAnchor="middle" fontSize="52" fontFamily="var(--font-mono)">
      {"{ }"}
    </text>
  ),
  number: (
    <text x="60" y="58" textAnchor="middle" fontSize="56" fontWeight="500" letterSpacing="-2">
      123
    </text>
  ),
  text: [84, 96, 72, 44].map((width, at) => (
    <rect
      key={width}
      x="12"
      y={14 + at * 15}
      width={width}
      height="6"
      rx="3"
      opacity={1 - at * 0.2}
    />
  )),
};

/** What sort of thing a demo yields, as a small drawing. */
export function KindDrawing({ kind, className }: { kind: OutputKindName; className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 80" className={className} fill="currentColor">
      {drawings[kind]}
    </svg>
  );
}
