/** Something that is to be done soon, and once for many requests. */
export interface Frame {
  request(): void;
  cancel(): void;
}

// A hidden tab draws no frames: https://developer.mozilla.org/docs/Web/API/Window/requestAnimationFrame
const longestWait = 250;

/** Calls back at most once per animation frame, and a few times a second in a hidden tab. */
export function createFrame(callback: () => void): Frame {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  }
  function fire(): void {
    cancel();
    callback();
  }
  return {
    request() {
      if (timer !== undefined) return;
      const draws = typeof requestAnimationFrame === "function";
      timer = setTimeout(fire, draws ? longestWait : 0);
      if (draws) frame = requestAnimationFrame(fire);
    },
    cancel,
  };
}
