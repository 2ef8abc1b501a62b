"use client";

import { useSyncExternalStore } from "react";
import { buttonStyle } from "./button-style";

interface RunButtonProps {
  active: boolean;
  stopping: boolean;
  onStop(): void;
}

/** Run and Stop are one button: what has the focus keeps it. */
export function RunButton({ active, stopping, onStop }: RunButtonProps) {
  const mac = useSyncExternalStore(nothing, isMac, () => false);
  return (
    <button
      type={active ? "button" : "submit"}
      aria-disabled={stopping}
      className={`${active ? buttonStyle.plain : buttonStyle.primary} w-full`}
      onClick={(event) => {
        if (!active) return;
        // React may have made it Run again when the browser asks what a click means.
        event.preventDefault();
        // The second click of a double click on Run is not meant for Stop.
        if (event.detail < 2) onStop();
      }}
    >
      {active ? (stopping ? "Stopping" : "Stop") : "Run"}
      <span
        // A new one, as one that moved would be a shift of the layout.
        key={String(active)}
        aria-hidden="true"
        className="font-mono text-fine font-medium opacity-85 pointer-coarse:hidden"
      >
        {active ? "esc" : mac ? "⌘ ↵" : "ctrl ↵"}
      </span>
    </button>
  );
}

const nothing = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
