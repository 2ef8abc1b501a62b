import type { WireRun } from "@/lib/client/wire";

const tones = { info: "bg-faint", success: "bg-good", warning: "bg-warn", error: "bg-bad" };

/** What the demo has to say, the newest last. It comes below everything else, so nothing moves. */
export function Notices({ notices }: { notices: WireRun["notices"] }) {
  return (
    <ul aria-label="Notices" aria-live="polite" className="mt-2 space-y-2 empty:hidden">
      {notices.map(({ level, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that only grows, and holds no state.
        <li key={at} className="flex items-baseline gap-2.5">
          <i
            aria-hidden="true"
            className={`size-1.5 shrink-0 -translate-y-0.5 rounded-full ${tones[level]}`}
          />
          <span className="sr-only">{level}: </span>
          <span className="[overflow-wrap:anywhere]">{text}</span>
        </li>
      ))}
    </ul>
  );
}
