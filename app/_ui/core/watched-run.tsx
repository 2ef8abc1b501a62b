"use client";

import type { ReactNode } from "react";
import { buttonStyle } from "../button-style";
import { ConnectionLine } from "../connection-line";
import { useRunTitle } from "../use-run-title";
import { useShortcuts } from "../use-shortcuts";
import type { WatchedRun as Watched } from "./use-watched-run";

interface WatchedRunProps {
  title: string;
  watched: Watched;
  children: ReactNode;
}

/** What every page of one run has around it: its title in the tab, Esc, and the line of a lost connection. */
export function WatchedRun({ title, watched, children }: WatchedRunProps) {
  const { snapshot, stop } = watched;
  useShortcuts({ stop });
  useRunTitle(title, snapshot);
  return (
    <>
      <ConnectionLine snapshot={snapshot} />
      {children}
    </>
  );
}

/** Stops the run, where this tab may. */
export function StopButton({
  watched: { snapshot, stop },
  look,
}: Pick<WatchedRunProps, "watched"> & { look: keyof typeof buttonStyle }) {
  if (!stop) return null;
  return (
    <button
      type="button"
      className={buttonStyle[look]}
      aria-disabled={snapshot.stopping}
      onClick={stop}
    >
      {snapshot.stopping ? "Stopping" : "Stop"}
    </button>
  );
}
