import Link from "next/link";
import type { DemoDescription } from "@/lib/demo/describe";
import { KindDrawing } from "./kind-drawing";

const mostDrawings = 3;

/** A demo in the gallery. The drawing stands where its last frame will be. */
export function DemoCard({ demo }: { demo: DemoDescription & { running: number } }) {
  const kinds = [...new Set(demo.outputs.map(({ kind }) => kind))].slice(0, mostDrawings);
  return (
    <Link
      href={`/demos/${demo.name}`}
      className="group hairline flex h-full flex-col overflow-hidden rounded-box bg-panel transition-colors hover:border-edge"
    >
      <div className="relative grid aspect-[16/9] max-sm:aspect-[5/2] place-items-center border-b border-line bg-sunk text-edge/70 transition-colors group-hover:text-edge">
        <div className="flex w-full items-center justify-center gap-[4%]">
          {kinds.map((kind) => (
            <KindDrawing key={kind} kind={kind} className="w-[28%]" />
          ))}
        </div>
        {demo.running > 0 && (
          <span className="num absolute top-3 left-3 inline-flex items-center gap-2 rounded-part bg-panel/90 px-2.5 py-1 text-fine font-medium text-accent-text">
            <i aria-hidden="true" className="size-2 animate-breathe rounded-full bg-accent" />
            {demo.running} running
          </span>
        )}
      </div>
      <div className="p-4">
        <h2 className="text-body font-semibold tracking-tight">{demo.title}</h2>
        {demo.description && <p className="mt-1 text-muted text-pretty">{demo.description}</p>}
      </div>
    </Link>
  );
}
