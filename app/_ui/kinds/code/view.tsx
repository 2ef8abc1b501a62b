"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { CopyButton } from "../../copy-button";
import { codeDrawing } from "../../drawings/code";
import { EmptyStage } from "../../empty-stage";
import { Icon } from "../../icon";
import { Scroller } from "../../scroller";
import { Stage, toolStyle } from "../../stage";
import { whenIdle } from "../../when-idle";
import type { ViewProps } from "../kind";
import type { JoinedText } from "../text/joined-text";
import { useFollow } from "../use-follow";

/** Fetched behind the page's first scripts, of which an embed has few: there is no code yet. */
const load = () => import("./code-text").then((part) => part.CodeText);
const CodeText = dynamic(load, { ssr: false });

export function CodeView({ output, value, live }: ViewProps<JoinedText, "code">) {
  const scroller = useRef<HTMLElement>(null);
  const { language = "", append = false } = output.options;
  const { follow } = useFollow(scroller, value?.origin, live && append);
  const [wrap, setWrap] = useState(false);
  useEffect(() => whenIdle(() => void load()), []);
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={
        value && (
          <>
            <button
              type="button"
              aria-label="Wrap long lines"
              title="Wrap long lines"
              aria-pressed={wrap}
              className={`${toolStyle} aria-pressed:bg-text/8 aria-pressed:text-text`}
              onClick={() => setWrap(!wrap)}
            >
              <Icon name="wrap" />
            </button>
            <CopyButton label="Copy the code" text={() => value.text} />
          </>
        )
      }
      empty={!value && <EmptyStage drawing={codeDrawing} live={live} />}
      className="relative h-(--room)"
    >
      <Scroller
        ref={scroller}
        aria-label={output.label}
        aria-busy={live}
        className="absolute inset-0 overflow-auto overscroll-contain px-4 pb-4 font-mono text-ui focus-visible:-outline-offset-2"
      >
        {value && (
          <CodeText text={value.text} language={language} wrap={wrap} numbers onPaint={follow} />
        )}
      </Scroller>
    </Stage>
  );
}
