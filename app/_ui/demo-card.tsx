import Link from "next/link";
import type { DemoDescription } from "@/lib/demo/describe";
import type { RunGlimpse } from "@/lib/demo/glimpse";
import { GlimpseView } from "./glimpse-view";
import { KindDrawing } from "./kind-drawing";
import { RunningBadge } from "./running-badge";

const mostDrawings = 3;

interface DemoCardProps {
  demo: DemoDescription;
  running: number;
  /** What an example of it has yielded last. */
  shown: RunGlimpse | undefined;
}

/** A demo in the gallery. Its kinds are drawn where there is no last frame of it. */
export function DemoCard({ demo, running, shown }: DemoCardProps) {
  const kinds = [...new Set(demo.outputs.map(({ kind }) => kind))].slice(0, mostDrawings);
  return (
    <Link
      href={`/demos/${demo.name}`}
      className="group hairline flex h-full flex-col overflow-hidden rounded-box bg-panel transition-colors hover:border-edge"
    >
      <div className="relative grid aspect-[16/9] max-sm:aspect-[5/2] place-items-center overflow-hidden border-b border-line bg-sunk text-edge/70 transition-colors group-hover:text-edge">
        {shown ? (
          // Who hears the page is told the demo's name and what it does.
          <div aria-hidden="true" data-frame={shown.glimpse.form} className="contents">
            <GlimpseView {...shown} />
          </div>
        ) : (
          <div className="flex w-full items-center justify-center gap-[4%]">
            {kinds.map((kind) => (
              <KindDrawing key={kind} kind={kind} className="w-[28%]" />
            ))}
          </div>
        )}
        <RunningBadge demo={demo.name} running={running} />
      </div>
      <div className="p-4">
        <h2 className="text-body font-semibold tracking-tight">{demo.title}</h2>
        {demo.description && <p className="mt-1 text-muted text-pretty">{demo.description}</p>}
      </div>
    </Link>
  );
}
