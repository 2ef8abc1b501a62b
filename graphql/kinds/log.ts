import { type LoggedLog, type LogLine, type LogOptions, logLevels } from "../../lib/kinds/log";
import type { FieldKind } from "./kind";

interface LogOnWire {
  readonly lines: readonly LineOnWire[];
  readonly total: number;
  readonly reset: boolean;
}

interface LineOnWire extends LogLine {
  /** Of the run, in milliseconds since the epoch. */
  readonly startedAt: number;
}

export const logField: FieldKind<LogOptions, LoggedLog, LogOnWire> = {
  define(builder) {
    const level = builder.enumType("LogLevel", {
      description: "How urgent a line of a log is.",
      values: logLevels,
    });
    const line = builder.objectRef<LineOnWire>("LogLine").implement({
      fields: (t) => ({
        level: t.field({ type: level, resolve: (self) => self.level }),
        text: t.exposeString("text", {
          description: "One line, without the colours that it had for a terminal.",
        }),
        elapsedMs: t.int({
          description: "When it came, since the run began.",
          resolve: ({ at, startedAt }) => Math.max(0, at - startedAt),
        }),
      }),
    });
    const type = builder.objectRef<LogOnWire>("Log").implement({
      description:
        "Lines that come one after another. A client keeps `reset ? lines : [...kept, ...lines]`.",
      fields: (t) => ({
        lines: t.field({
          type: [line],
          description: "What is new; of more than the log keeps, the newest.",
          resolve: (self) => self.lines as LineOnWire[],
        }),
        total: t.exposeInt("total", {
          description: "How many lines there were by then, with those that are not kept any more.",
        }),
        reset: t.exposeBoolean("reset", {
          description: "Whether `lines` stand for those so far, rather than behind them.",
        }),
      }),
    });
    return () => ({
      type,
      resolve({ blocks, total, reset }, { run, whole }, output) {
        const startedAt = run.startedAt ?? 0;
        const all = whole[output];
        return {
          lines: blocks.flat().map((each) => ({ ...each, startedAt })),
          total: all?.kind === "log" ? all.total : total,
          reset,
        };
      },
    });
  },
  selection: "{ lines { level text elapsedMs } total reset }",
};
