"use client";

import { buttonStyle } from "./button-style";
import { useAge } from "./use-age";

interface LiveButtonProps {
  active: boolean;
  pressedAt: number | undefined;
  onStop(): void;
}

/** Of a demo that runs by itself. It becomes Stop only for a run that takes long, lest it flicker. */
export function LiveButton({ active, pressedAt, onStop }: LiveButtonProps) {
  const long = useAge(active ? pressedAt : undefined) >= 1 && active;
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="text-fine text-faint">Runs by itself at every change.</p>
      <button
        type={long ? "button" : "submit"}
        className={`${buttonStyle.small} min-w-28`}
        onClick={(event) => {
          if (!long) return;
          event.preventDefault();
          onStop();
        }}
      >
        {long ? "Stop" : "Run again"}
      </button>
    </div>
  );
}
