import type { KeyboardEvent } from "react";
import type { Timeline } from "@/lib/client/timeline/timeline";

const second = 1000;
const steps = new Map<string, 1 | -1>([
  ["ArrowLeft", -1],
  ["ArrowDown", -1],
  ["ArrowRight", 1],
  ["ArrowUp", 1],
]);
/** By so much of the whole. */
const strides = new Map([
  ["PageDown", -0.1],
  ["PageUp", 0.1],
]);

/** What keys do at the bar: arrows go from yield to yield, with Shift a second; space plays. */
export function onTimelineKey(event: KeyboardEvent, timeline: Timeline): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  const { at, begin, end, playing } = timeline.getView();
  const step = steps.get(key);
  const stride = strides.get(key);
  if (step) {
    if (event.shiftKey) timeline.seek(at + step * second);
    else timeline.step(step);
  } else if (stride) timeline.seek(at + stride * (end - begin));
  else if (key === "Home") timeline.toBegin();
  else if (key === "End") timeline.toNewest();
  else if (key === " " && playing) timeline.pause();
  else if (key === " ") timeline.play();
  else return;
  event.preventDefault();
}
