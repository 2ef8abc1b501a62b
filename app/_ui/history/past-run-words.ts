import type { PastRun } from "@/lib/client/past-run";
import type { DemoDescription } from "@/lib/demo/describe";
import { isFed } from "@/lib/kinds/is-fed";
import { clockTime } from "../duration";
import { inputWords } from "../input-words";
import { isSame } from "../is-same";
import { shortWords } from "../short-words";

/**
 * What a run was given that is not what its demo stands with.
 *
 * @example givenWords(demo, run) // "Steps 7 · Seed 4,213"
 */
export function givenWords(demo: DemoDescription, run: PastRun): string {
  const differing = demo.inputs.flatMap((input) => {
    const { name, label } = input;
    const value = run.inputs[name];
    if (run.tooLong?.includes(name)) return [{ label, value: "a long text", plain: false }];
    if (value === undefined || value === null || isSame(value, input.default)) return [];
    const file = run.files?.[name];
    if (file) return [{ label, value: file.name, plain: true }];
    return [{ label, value: inputWords(value), plain: typeof value === "string" }];
  });
  const [first] = differing;
  if (!first) return demo.inputs.some((input) => !isFed(input)) ? "Default inputs" : "A run";
  // A sentence, or a file's name, says by itself what it is for.
  if (differing.length === 1 && first.plain) return shortWords(first.value);
  return differing.map(({ label, value }) => `${label} ${shortWords(value)}`).join(" · ");
}

/** How a run stands, or how it has ended. */
export function pastWords({ status, elapsedMs, gone }: PastRun): string {
  const words = {
    QUEUED: "waiting",
    RUNNING: "running",
    DONE: "done",
    FAILED: "failed",
    CANCELLED: "stopped",
  }[status];
  const isOver = status !== "QUEUED" && status !== "RUNNING";
  if (gone) return isOver ? `${words}, no longer kept` : "no longer kept";
  if (!isOver || elapsedMs === undefined) return words;
  return `${words} ${status === "DONE" ? "in" : "after"} ${clockTime(elapsedMs)}`;
}

/**
 * How long ago an instant was, in a word.
 *
 * @param since the epoch, in milliseconds, as is `now`
 * @example ageWords(now - 120_000, now) // "2 min"
 */
export function ageWords(since: number, now: number): string {
  const minutes = Math.floor((now - since) / 60_000);
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 day" : `${days.toLocaleString("en")} days`;
}
