import type { Glimpse } from "@/lib/demo/glimpse";
import { writeMediaAddress } from "@/lib/media/media-address";

/** Wide enough for a card on a screen with two pixels a point, and small enough for a phone. */
const width = 640;
/** Below this width a picture's own pixels are shown, as squares. */
const fewPixels = 257;

const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 4 });

/** What an example has yielded last, for a card. Its room is given: it fills it. */
export function GlimpseView({ run, glimpse }: { run: string; glimpse: Glimpse }) {
  switch (glimpse.form) {
    case "picture":
      return (
        // biome-ignore lint/performance/noImgElement: the server has it at this width.
        <img
          src={writeMediaAddress({
            what: "image",
            run,
            id: glimpse.id,
            format: "webp",
            width,
            quality: undefined,
          })}
          alt=""
          loading="lazy"
          decoding="async"
          className={`absolute inset-0 size-full object-cover ${glimpse.width < fewPixels ? "[image-rendering:pixelated]" : ""}`}
        />
      );
    case "words":
      return (
        <p
          dir="auto"
          className={`absolute inset-0 overflow-hidden px-5 py-4 text-left leading-relaxed whitespace-pre-line text-muted [mask-image:linear-gradient(black_55%,transparent)] [overflow-wrap:anywhere] ${glimpse.isCode ? "font-mono text-fine" : ""}`}
        >
          {glimpse.words}
        </p>
      );
    case "number":
      return (
        <p className="num text-[3.5rem] leading-none font-medium tracking-tight text-text">
          {numbers.format(glimpse.value)}
        </p>
      );
    case "bars":
      return (
        // A phone's card is too low for the fourth.
        <ul className="absolute inset-0 grid content-center gap-2 px-6">
          {glimpse.bars.map(({ label, part }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: long labels may begin alike.
            <li key={at} className="grid gap-1 text-fine text-muted max-sm:nth-4:hidden">
              <span className="flex justify-between gap-4">
                <bdi className={`truncate ${at === 0 ? "font-medium text-text" : ""}`}>{label}</bdi>
                <span className="num">{Math.round(part * 100)} %</span>
              </span>
              <span className="h-1 overflow-hidden rounded-part bg-line">
                <span
                  className={`block h-full origin-left ${at === 0 ? "bg-text" : "bg-edge"}`}
                  style={{ transform: `scaleX(${part})` }}
                />
              </span>
            </li>
          ))}
        </ul>
      );
    case "lines":
      return (
        <svg
          aria-hidden="true"
          viewBox="-4 -8 168 106"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full text-muted"
          fill="none"
          stroke="currentColor"
        >
          {glimpse.lines.map((line, at) => (
            <polyline
              // biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole.
              key={at}
              points={line.map(([x, y]) => `${x * 160},${90 - y * 90}`).join(" ")}
              strokeWidth={2}
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
              opacity={Math.max(1 - at * 0.3, 0.3)}
            />
          ))}
        </svg>
      );
  }
}
