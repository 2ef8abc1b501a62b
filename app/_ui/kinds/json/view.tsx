"use client";

import { useState } from "react";
import type { Json } from "@/lib/kinds/json";
import { CopyButton } from "../../copy-button";
import { jsonDrawing } from "../../drawings/json";
import { EmptyStage } from "../../empty-stage";
import { Scroller } from "../../scroller";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";

/** So many members are shown at first, and more each time somebody asks. */
const membersAtOnce = 100;
const openDepth = 2;

export function JsonView({ output, value, live }: ViewProps<Json, "json">) {
  return (
    <Stage
      name={output.name}
      label={output.label}
      tools={
        value !== undefined && (
          <CopyButton label="Copy the JSON" text={() => JSON.stringify(value, null, 2)} />
        )
      }
      empty={value === undefined && <EmptyStage drawing={jsonDrawing} live={live} />}
      className="relative h-(--room)"
    >
      <Scroller
        aria-label={output.label}
        className="absolute inset-0 overflow-auto overscroll-contain px-4 pb-4 font-mono text-ui focus-visible:-outline-offset-2"
      >
        {value !== undefined && <JsonNode value={value} depth={0} />}
      </Scroller>
    </Stage>
  );
}

interface JsonNodeProps {
  name?: string;
  value: Json;
  depth: number;
}

function JsonNode({ name, value, depth }: JsonNodeProps) {
  const [open, setOpen] = useState(depth < openDepth);
  const [most, setMost] = useState(membersAtOnce);
  const label = name !== undefined && (
    <>
      <span className="text-text">{name}</span>
      <span className="text-faint">: </span>
    </>
  );
  if (typeof value !== "object" || value === null) {
    return (
      <div className="pl-5 [overflow-wrap:anywhere] whitespace-pre-wrap">
        {label}
        <Scalar value={value} />
      </div>
    );
  }
  const isList = Array.isArray(value);
  const members = Object.entries(value as { readonly [key: string]: Json });
  if (members.length === 0) {
    return (
      <div className="pl-5">
        {label}
        <span className="text-faint">{isList ? "[]" : "{}"}</span>
      </div>
    );
  }
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-part pr-2 marker:text-faint">
        {label}
        <span className="text-faint">
          {isList ? `[ ${members.length} ]` : `{ ${members.length} }`}
        </span>
      </summary>
      {open && (
        <div className="ml-1.5 border-l border-line pl-2.5">
          {members.slice(0, most).map(([key, member]) => (
            <JsonNode key={key} name={key} value={member} depth={depth + 1} />
          ))}
          {members.length > most && (
            <button
              type="button"
              className="pl-5 text-muted underline"
              onClick={() => setMost(most + membersAtOnce)}
            >
              {(members.length - most).toLocaleString("en")} more
            </button>
          )}
        </div>
      )}
    </details>
  );
}

function Scalar({ value }: { value: string | number | boolean | null }) {
  const style =
    typeof value === "string" ? "text-good" : typeof value === "number" ? "text-text" : "text-warn";
  return <span className={`num ${style}`}>{JSON.stringify(value)}</span>;
}
