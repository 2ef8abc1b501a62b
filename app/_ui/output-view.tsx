import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { isStreamedMedia } from "@/lib/client/timeline/is-streamed-media";
import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { OutputDescription } from "@/lib/demo/describe";
import { viewOf } from "./kinds";
import { playedInstant } from "./played-instant";

interface OutputViewProps {
  output: OutputDescription;
  snapshot: RunSnapshot;
  /** Whether more may come. */
  active: boolean;
  /** The instant that is looked at; `undefined`: now. */
  shown?: ShownInstant | undefined;
}

/** One output in its room. */
export function OutputView({ output, snapshot, active, shown }: OutputViewProps) {
  const View = viewOf(output.kind);
  const { outputs, firstOutputMs } = snapshot;
  const then = shown?.snapshot.outputs ?? outputs;
  return (
    <View
      output={output}
      value={(isStreamedMedia(output) ? outputs : then)[output.name]}
      live={active}
      started={firstOutputMs !== undefined}
      instant={shown && playedInstant(shown, output.name)}
    />
  );
}
