"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { CopyButton } from "../../copy-button";
import { logDrawing } from "../../drawings/log";
import { EmptyStage } from "../../empty-stage";
import { Icon } from "../../icon";
import { Stage, toolStyle } from "../../stage";
import { whenIdle } from "../../when-idle";
import type { ViewProps } from "../kind";
import type { JoinedLog } from "./joined-log";

/** Fetched behind the page's first scripts, of which an embed has few: there are no lines yet. */
const load = () => import("./log-lines").then((part) => part.LogLines);
const LogLines = dynamic(load, { ssr: false });

/** As a demo keeps where it does not say; in lib/kinds/log.ts. */
const maxByDefault = 10_000;

export function LogView({ output, value, live }: ViewProps<JoinedLog, "log">) {
  const { max = maxByDefault } = output.options;
  useEffect(() => whenIdle(() => void load()), []);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={
        value && (
          <>
            <CopyButton label="Copy the log" text={() => textOf(value, max)} />
            <button
              type="button"
              aria-label="Download the log"
              title="Download the log"
              className={toolStyle}
              onClick={() => save(`${output.name}.txt`, textOf(value, max))}
            >
              <Icon name="down" />
            </button>
          </>
        )
      }
      empty={!value && <EmptyStage drawing={logDrawing} live={live} />}
      className="relative flex h-(--room) flex-col"
    >
      {value && <LogLines value={value} label={output.label} live={live} max={max} />}
    </Stage>
  );
}

function textOf({ lines, length }: JoinedLog, max: number): string {
  const written = lines
    .slice(Math.max(0, length - max), length)
    .map(({ level, text, elapsedMs }) => `${(elapsedMs / 1000).toFixed(3)} ${level} ${text}\n`);
  return written.join("");
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it up by then: https://html.spec.whatwg.org/#downloading-hyperlinks
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
