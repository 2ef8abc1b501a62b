import type { CSSProperties, ReactNode } from "react";

export interface StageProps {
  name: string;
  label: ReactNode;
  tools?: ReactNode;
  /** Over the content, for pictures; else in a bar above it. */
  overlay?: boolean;
  /** Stands in the middle while there is nothing to show. */
  empty?: ReactNode;
  /** Reserves the room, so that nothing moves when the first value comes. */
  className: string;
  style?: CSSProperties | undefined;
  children: ReactNode;
}

/** Where an output is shown: a room of fixed size with its name and its tools. */
export function Stage({
  name,
  label,
  tools,
  overlay = false,
  empty,
  className,
  style,
  children,
}: StageProps) {
  return (
    <figure
      data-output={name}
      className="hairline relative flex flex-col overflow-hidden rounded-box bg-sunk"
    >
      {overlay ? (
        <div className="pointer-events-none absolute inset-x-3 top-3 z-10 flex items-start justify-between gap-2 *:pointer-events-auto *:rounded-part *:bg-panel/90">
          <figcaption className="num px-2.5 py-1 text-fine text-muted">{label}</figcaption>
          {tools && <div className="flex gap-0.5 p-0.5">{tools}</div>}
        </div>
      ) : (
        <div className="flex h-10 shrink-0 items-center justify-between gap-2 pr-1.5 pl-4">
          <figcaption className="text-fine text-muted">{label}</figcaption>
          {tools && <div className="flex gap-0.5">{tools}</div>}
        </div>
      )}
      <div className={className} style={style}>
        {children}
        {empty}
      </div>
    </figure>
  );
}

/** A control of a stage, a link or a button: its icon, and its name for who does not see or know it. */
export const toolStyle =
  "grid size-7 place-items-center rounded-part text-muted transition-colors hover:bg-sunk hover:text-text";
