import type { ReactNode } from "react";
import type { OutputKindName } from "@/lib/kinds/outputs";
import { ReplyDrawing } from "./reply-drawing";

/** So many squares a side, lit by a fixed rule that looks like noise. */
const side = 8;
const squares = Array.from({ length: side * side }, (_, at) => ((at * 7919 + 13) % 97) / 97);

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 5,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** The heights of a sound's bars. */
const bars = [10, 22, 16, 38, 56, 30, 44, 20, 34, 14, 8];

const drawings: { readonly [Name in OutputKindName]: ReactNode } = {
  audio: bars.map((height, at) => (
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
  )),
  code: (
    <g {...line}>
      <path d="M38 22 20 40l18 18M82 22l18 18-18 18M68 14 52 66" />
    </g>
  ),
  file: (
    <g {...line}>
      <path d="M42 12h24l14 14v42H42z" />
      <path d="M65 13v14h14M60 38v18M52 49l8 8 8-8" />
    </g>
  ),
  gallery: [0, 1, 2, 3, 4, 5].map((at) => (
    <rect
      key={at}
      x={22 + (at % 3) * 27}
      y={14 + Math.floor(at / 3) * 27}
      width="22"
      height="22"
      rx="4"
      opacity={1 - at * 0.13}
    />
  )),
  html: (
    <g {...line}>
      <rect x="20" y="14" width="80" height="52" rx="7" />
      <path d="M20 28h80M52 38l-9 9 9 9M68 38l9 9-9 9" />
    </g>
  ),
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
    <g {...line}>
      <path d="M48 18c-7 0-9 3-9 9v5c0 5-2 8-7 8 5 0 7 3 7 8v5c0 6 2 9 9 9" />
      <path d="M72 18c7 0 9 3 9 9v5c0 5 2 8 7 8-5 0-7 3-7 8v5c0 6-2 9-9 9" />
    </g>
  ),
  label: [92, 56, 30, 14].map((width, at) => (
    <rect
      key={width}
      x="14"
      y={12 + at * 15}
      width={width}
      height="8"
      rx="4"
      opacity={1 - at * 0.22}
    />
  )),
  log: [12, 28, 44, 60].map((y, at) => (
    <g key={y} opacity={0.4 + at * 0.2}>
      <rect x="12" y={y} width="14" height="6" rx="3" />
      <rect x="34" y={y} width={[66, 48, 74, 36][at]} height="6" rx="3" />
    </g>
  )),
  markdown: (
    <g {...line}>
      <path d="M18 58V22l16 20 16-20v36M84 22v34M70 44l14 14 14-14" />
    </g>
  ),
  number: (
    <g {...line}>
      <path d="m26 28 10-8v40" />
      <path d="M50 31a10 10 0 1 1 18 6L49 60h21" />
      <path d="M82 20h20L91 36a12 12 0 1 1-10 19" />
    </g>
  ),
  plot: (
    <g {...line}>
      <path d="M18 10v56h86" />
      <path d="M28 24c8 26 18 30 32 31s26 2 40 2" />
    </g>
  ),
  table: (
    <g {...line}>
      <rect x="18" y="12" width="84" height="56" rx="6" />
      <path d="M18 30h84M18 49h84M48 12v56" />
    </g>
  ),
  reply: <ReplyDrawing {...line} />,
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
  video: (
    <g {...line}>
      <rect x="20" y="14" width="80" height="52" rx="7" />
      <path d="M52 29v22l19-11z" />
    </g>
  ),
};

/** What sort of thing a demo yields, as a small drawing. */
export function KindDrawing({ kind, className }: { kind: OutputKindName; className: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 120 80" className={className} fill="currentColor">
      {drawings[kind]}
    </svg>
  );
}
