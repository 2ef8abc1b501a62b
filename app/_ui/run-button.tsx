"use client";

import { useSyncExternalStore } from "react";
import { buttonStyle } from "./button-style";

interface RunButtonProps {
  active: boolean;
  /** What is done before the run can begin; pressed again, it is given up. */
  waiting?: string | undefined;
  stopping: boolean;
  onStop(): void;
}

/** Run and Stop are one button: what has the focus keeps it. */
export function RunButton({ active, waiting, stopping, onStop }: RunButtonProps) {
  const mac = useSyncExternalStore(nothing, isMac, () => false);
  const busy = active || waiting !== undefined;
  return (
    <button
      type={busy ? "button" : "submit"}
      aria-disabled={stopping}
      className={`${busy ? buttonStyle.plain : buttonStyle.primary} w-full`}
      onClick={(event) => {
        if (!busy) return;
        // React may have made it Run again when the browser asks what a click means.
        event.preventDefault();
        // The second click of a double click on Run is not meant for Stop.
        if (event.detail < 2) onStop();
      }}
    >
      {waiting ?? (active ? (stopping ? "Stopping" : "Stop") : "Run")}
      <span
        // A new one, as one that moved would be a shift of the layout.
        key={String(busy)}
        aria-hidden="true"
        // Not in the font of code, which few pages would need but for this.
        className="text-fine font-medium opacity-85 pointer-coarse:hidden"
      >
        {busy ? "esc" : mac ? "⌘ ↵" : "ctrl ↵"}
      </span>
    </button>
  );
}

const nothing = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
