import type { RunSnapshot } from "@/lib/client/run-snapshot";
import { clockTime } from "./duration";

/** How a run stands, in a word or two. */
export function statusWords(snapshot: RunSnapshot): string {
  const { phase, stopping, run, elapsedMs, connection, error, catchingUp } = snapshot;
  if (stopping) return "Stopping";
  if (connection.state === "reconnecting") return "Reconnecting";
  if (catchingUp) return "Catching up";
  // Refused, or never reached: then no time was spent. When a run ended that is gone, nobody knows.
  const isGone = error?.code === "RUN_NOT_FOUND";
  const after = run?.startedAt && !isGone ? ` after ${clockTime(elapsedMs)}` : "";
  switch (phase) {
    case "idle":
      return "Ready";
    case "starting":
      return "Starting";
    case "queued":
      return queueWords(run?.position ?? undefined, run?.etaSeconds ?? undefined);
    case "running":
      return "Running";
    case "done":
      return `Done in ${clockTime(elapsedMs)}`;
    case "failed":
      return run ? `Failed${after}` : "Not started";
    case "cancelled":
      return `Stopped${after}`;
  }
}

/** As `statusWords`, for the page's title. */
export function titleWords(snapshot: RunSnapshot): string | undefined {
  const { phase, run } = snapshot;
  const { progress } = run ?? {};
  if (phase === "idle") return undefined;
  if (phase === "running") {
    if (progress?.total) return `Running ${Math.floor((100 * progress.value) / progress.total)} %`;
    return "Running…";
  }
  if (phase === "starting" || phase === "queued")
    return phase === "queued" ? "Waiting…" : "Starting…";
  return phase === "done" ? "Done" : phase === "failed" ? "Failed" : "Stopped";
}

function queueWords(position: number | undefined, etaSeconds: number | undefined): string {
  const place =
    position === undefined
      ? "Waiting"
      : position <= 1
        ? "Next in line"
        : `${ordinal(position)} in line`;
  return etaSeconds === undefined ? place : `${place}, about ${aboutSeconds(etaSeconds)}`;
}

function aboutSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** @example ordinal(22) // "22nd" */
function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value.toLocaleString("en")}${ending}`;
}
