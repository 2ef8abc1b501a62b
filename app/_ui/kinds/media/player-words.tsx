import type { PlayerSnapshot } from "@/lib/client/players/player";

interface PlayerWordsProps {
  snapshot: PlayerSnapshot;
  /** What is played, such as `sound`. */
  what: string;
}

/** What a listener should know of how it goes, in a line whose room is kept. */
export function PlayerWords({ snapshot, what }: PlayerWordsProps) {
  return (
    <p aria-live="polite" className="num h-4 truncate text-fine text-muted">
      {wordsOf(snapshot, what)}
    </p>
  );
}

function wordsOf({ status, live, gaps, lost }: PlayerSnapshot, what: string): string {
  if (status === "blocked") return `Press Play: your browser waits for that before any ${what}.`;
  const words: string[] = [];
  if (status === "waiting") words.push(live ? `Waiting for more ${what}` : "Loading");
  if (gaps > 0) words.push(`${counted(gaps, "gap")}: the ${what} came later than it was due`);
  if (lost > 0) words.push(`${counted(lost, "piece")} could not be loaded`);
  return words.join(" · ");
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}
