"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { InputGroup } from "@/lib/demo/groups";
import { Icon } from "./icon";

interface FormGroupProps {
  group: InputGroup;
  /** How many of its inputs are not as they are by default. */
  changed: number;
  /** Whether one of its inputs is not taken. */
  faulty: boolean;
  children: ReactNode;
}

/** Inputs that are folded away together. What is wrong within unfolds them. */
export function FormGroup({ group, changed, faulty, children }: FormGroupProps) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (faulty && element.current) element.current.open = true;
  }, [faulty]);
  return (
    <details
      ref={element}
      // Later it is the reader's: nothing here changes, so nothing is set.
      open={group.open}
      data-group={group.name}
      className="group/fold mt-1 mb-3 min-w-0 border-y border-line"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between gap-3 rounded-part py-2 font-medium [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 items-center gap-2">
          <span className="text-muted transition-transform group-open/fold:rotate-90">
            <Icon name="right" />
          </span>
          <span className="min-w-0 [overflow-wrap:anywhere]">{group.label}</span>
        </span>
        {changed > 0 && (
          <span className="num text-fine font-normal text-muted group-open/fold:hidden">
            {changed} changed
          </span>
        )}
      </summary>
      {group.hint && <p className="pb-2 text-fine text-faint">{group.hint}</p>}
      <div className="grid gap-3 pb-3">{children}</div>
    </details>
  );
}
