"use client";

import { buttonStyle } from "../../button-style";
import { fileDrawing } from "../../drawings/file";
import { EmptyStage } from "../../empty-stage";
import { Icon } from "../../icon";
import { Stage } from "../../stage";
import type { ViewProps } from "../kind";
import { type FileOnWire, fileWords } from "./file-on-wire";

export function FileView({ output, value, live }: ViewProps<FileOnWire, "file">) {
  return (
    <Stage
      name={output.name}
      label={output.label}
      empty={!value && <EmptyStage drawing={fileDrawing} live={live} />}
      className="relative h-28"
    >
      {value && (
        <div className="flex h-full items-center justify-between gap-4 px-4 pb-4">
          <div className="min-w-0">
            <p className="truncate font-medium" title={value.name}>
              {value.name}
            </p>
            <p className="num truncate text-fine text-muted">{fileWords(value)}</p>
          </div>
          <a href={value.url} download={value.name} className={`${buttonStyle.small} shrink-0`}>
            <Icon name="down" />
            Download
          </a>
        </div>
      )}
    </Stage>
  );
}
