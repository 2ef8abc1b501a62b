/** Milliseconds of one frame, of which the text itself and other outputs need most. */
const budget = 4;

const waiting = new Set<() => void>();
let spent = 0;
let frame: number | undefined;

/**
 * Does something at once where this frame has time for it, else in one of the next: of a text with
 * hundreds of formulas all are there when what sets them is fetched.
 *
 * @returns calls it off
 */
export function whenThereIsTime(task: () => void): () => void {
  if (waiting.size === 0 && spent < budget) run(task);
  else waiting.add(task);
  if (frame === undefined) frame = requestAnimationFrame(nextFrame);
  return () => waiting.delete(task);
}

function nextFrame(): void {
  frame = undefined;
  spent = 0;
  for (const task of waiting) {
    if (spent >= budget) break;
    waiting.delete(task);
    run(task);
  }
  if (waiting.size > 0) frame = requestAnimationFrame(nextFrame);
}

function run(task: () => void): void {
  const began = performance.now();
  task();
  spent += performance.now() - began;
}
