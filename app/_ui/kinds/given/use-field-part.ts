"use client";

import { useEffect, useRef } from "react";
import type { FieldPart, FieldProps } from "../kind";

/** Takes part in starting runs for as long as the field is there. */
export function useFieldPart(attach: FieldProps["attach"], part: FieldPart): void {
  const latest = useRef(part);
  useEffect(() => {
    latest.current = part;
  });
  useEffect(
    () =>
      attach({
        doing: (lost) => latest.current.doing(lost),
        ready: (lost) => latest.current.ready(lost),
        calledOff: () => latest.current.calledOff?.(),
      }),
    [attach],
  );
}
