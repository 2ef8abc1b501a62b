import type { RunSnapshot } from "@/lib/client/run-snapshot";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { DemoDescription, OutputDescription } from "@/lib/demo/describe";
import { OutputView } from "./output-view";

interface OutputListProps {
  demo: DemoDescription;
  snapshot: RunSnapshot;
  /** Whether more may come. */
  active: boolean;
  /** The instant that is looked at; `undefined`: now. */
  shown?: ShownInstant | undefined;
}

/** Every output in its room, in the order of the demo; neighbouring numbers share a row. */
export function OutputList({ demo, snapshot, active, shown }: OutputListProps) {
  const { carriedOver } = snapshot;
  // What the run before has left is dimmed, but not where each letter that is typed starts a run.
  const dimmed = carriedOver && !demo.live;
  return (
    <div
      data-carried={carriedOver || undefined}
      data-instant={shown?.at}
      className={`grid gap-4 transition-opacity @xs:grid-cols-2 ${demo.outputs.length > 1 ? "[--room:14rem]" : "[--room:24rem]"} ${dimmed ? "opacity-45" : ""}`}
    >
      {demo.outputs.map((output, at) => (
        <div
          key={output.name}
          className={isHalf(demo.outputs, at) ? "min-w-0" : "col-span-full min-w-0"}
        >
          <OutputView {...{ output, snapshot, active, shown }} />
        </div>
      ))}
    </div>
  );
}

function isHalf(outputs: readonly OutputDescription[], at: number): boolean {
  const isNumber = (index: number) => outputs[index]?.kind === "number";
  return isNumber(at) && (isNumber(at - 1) || isNumber(at + 1));
}
