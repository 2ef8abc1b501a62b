import { memo } from "react";
import { visibleText } from "@/lib/client/visible-text";
import type { LineOnWire } from "./joined-log";

const longestShown = 2000;

const levelStyles = {
  debug: "text-faint",
  info: "text-muted",
  warning: "text-warn",
  error: "text-bad",
} as const;

/** A line of a log, of a fixed height. */
export const LogRow = memo(function LogRow({ line }: { line: LineOnWire }) {
  const { level, text, elapsedMs } = line;
  const more = text.length - longestShown;
  return (
    <div className="flex h-5 w-max min-w-full gap-3 whitespace-pre">
      <span className="num w-16 shrink-0 text-right text-faint">{secondsOf(elapsedMs)}</span>
      <span className={`w-14 shrink-0 ${levelStyles[level]}`}>{level}</span>
      <bdi
        className={level === "debug" ? "text-muted" : level === "info" ? "" : levelStyles[level]}
      >
        {visibleText(more > 0 ? text.slice(0, longestShown) : text)}
        {more > 0 && <span className="text-faint"> … ({more.toLocaleString("en")} more)</span>}
      </bdi>
    </div>
  );
});

function secondsOf(elapsedMs: number): string {
  return (elapsedMs / 1000).toFixed(3);
}
