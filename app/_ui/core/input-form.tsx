"use client";

import { lazy, type ReactNode } from "react";
import { patiently } from "../patiently";
import type { DemoCore } from "./demo-core";

// Not `dynamic`: see app/_ui/consoles.tsx. Few pages are of a fork.
const ForkNote = lazy(() =>
  patiently(() => import("../fork-note")).then((it) => ({ default: it.ForkNote })),
);

interface InputFormProps {
  core: DemoCore;
  /** What a screen reader calls it. */
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** What a demo's fields and its Run lie in. Whoever comes near it is likely to run it. */
export function InputForm({
  core,
  label = "Inputs",
  className = "grid gap-3",
  children,
}: InputFormProps) {
  const { demo, id, active, store, forking, shown, known } = core;
  return (
    <form
      id={id}
      noValidate
      aria-label={label}
      className={className}
      onPointerEnter={store.prepare}
      onFocus={store.prepare}
      onSubmit={(event) => {
        event.preventDefault();
        if (!active || demo.live) core.start();
      }}
    >
      {forking.fork && (
        <ForkNote
          fork={forking.fork}
          forked={shown?.started ? known.run?.id : undefined}
          onForget={forking.forget}
        />
      )}
      {children}
    </form>
  );
}
