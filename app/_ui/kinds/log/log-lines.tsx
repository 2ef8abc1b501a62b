"use client";

import { useId, useLayoutEffect, useRef, useState } from "react";
import { Scroller } from "../../scroller";
import { useFollow } from "../use-follow";
import { createLogFilter, type LogFilter, levels } from "./filter-log";
import type { JoinedLog } from "./joined-log";
import { LogRow } from "./log-row";
import { useRowsInSight } from "./use-rows-in-sight";

const levelWords = {
  debug: "all levels",
  info: "info and up",
  warning: "warning and up",
  error: "error",
} as const;

/** `h-5` of a row, in rem. */
const rowRems = 1.25;

export interface LogLinesProps {
  value: JoinedLog;
  label: string;
  live: boolean;
  /** How many of the newest are shown. */
  max: number;
}

/** The lines of a log that are in sight, and what chooses among them. */
export function LogLines({ value, label, live, max }: LogLinesProps) {
  const scroller = useRef<HTMLElement>(null);
  const { follow, isFollowing, away, jump } = useFollow(scroller, value.origin, live);
  const [filter, setFilter] = useState<LogFilter>({ level: "debug", text: "" });
  const [filtered] = useState(createLogFilter);
  const first = useFirst(value, max, away);
  const places = filtered(value, filter, first);
  const [rowHeight] = useState(() => rowRems * rootSize());
  const count = places.length;
  const rows = useRowsInSight({ scroller, count, rowHeight, isAtEnd: isFollowing });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what has grown.
  useLayoutEffect(follow, [follow, value, filter]);
  return (
    <>
      <LogFilters filter={filter} onChange={setFilter}>
        {lineWords(places.length, value.total)}
      </LogFilters>
      <Scroller
        ref={scroller}
        aria-label={label}
        aria-busy={live}
        className="min-h-0 flex-1 overflow-auto overscroll-contain px-4 pb-2 font-mono text-ui focus-visible:-outline-offset-2"
      >
        <div className="relative" style={{ height: count * rowHeight }}>
          <div
            className="absolute top-0 min-w-full"
            style={{ transform: `translateY(${rows.first * rowHeight}px)` }}
          >
            {places.slice(rows.first, rows.end).map((place) => {
              const line = value.lines[place];
              return line && <LogRow key={place} line={line} />;
            })}
          </div>
        </div>
      </Scroller>
      {away && live && (
        <button
          type="button"
          onClick={jump}
          className="hairline absolute bottom-3 left-1/2 -translate-x-1/2 rounded-part bg-panel px-3 py-1.5 text-fine"
        >
          Jump to newest
        </button>
      )}
    </>
  );
}

/** The oldest line that is shown. It stays for as long as somebody reads further up. */
function useFirst(value: JoinedLog | undefined, max: number, away: boolean): number {
  const known = useRef({ origin: value?.origin, first: 0 });
  const first = Math.max(0, (value?.length ?? 0) - max);
  const { current } = known;
  if (current.origin !== value?.origin || !away) known.current = { origin: value?.origin, first };
  return known.current.first;
}

interface LogFiltersProps {
  filter: LogFilter;
  onChange(filter: LogFilter): void;
  children: string;
}

function LogFilters({ filter, onChange, children }: LogFiltersProps) {
  const id = useId();
  const style = "h-7 min-w-0 rounded-part border border-line bg-panel px-2 text-fine";
  return (
    <search className="flex items-center gap-2 px-4 pb-2">
      <select
        aria-label="Least level"
        value={filter.level}
        onChange={({ target }) =>
          onChange({ ...filter, level: levels.find((level) => level === target.value) ?? "debug" })
        }
        className={style}
      >
        {levels.map((level) => (
          <option key={level} value={level}>
            {levelWords[level]}
          </option>
        ))}
      </select>
      <input
        type="search"
        id={id}
        aria-label="Lines with"
        placeholder="Filter"
        autoComplete="off"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
        className={`${style} w-40`}
      />
      <span className="num ml-auto truncate text-fine text-faint">{children}</span>
    </search>
  );
}

function lineWords(shown: number, total: number): string {
  const all = total.toLocaleString("en");
  const lines = total === 1 ? "line" : "lines";
  return shown === total ? `${all} ${lines}` : `${shown.toLocaleString("en")} of ${all} ${lines}`;
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
