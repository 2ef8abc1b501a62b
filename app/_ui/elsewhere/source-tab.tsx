import { CodeBox } from "./code-box";
import type { PanelProps } from "./tabs";

/** The demo's file: all that there is to it. */
export function SourceTab({ demo, use }: PanelProps) {
  if (use.source) {
    return <CodeBox name={use.source.file} code={use.source.text} language="ts" numbers />;
  }
  return (
    <p className="max-w-[60ch] text-muted">
      {demo.title} is one file in <code className="font-mono">demos/</code>. This site does not show
      it; who runs the site decides (<code className="font-mono">YIELDCAST_SHOW_SOURCE</code>).
    </p>
  );
}
