/**
 * Does something now, or, while a button of the mouse or a finger is down, once it was lifted and the click
 * that this makes has found what it was meant for.
 */
export function onceReleased(act: () => void): void {
  if (!document.querySelector(":active")) {
    act();
    return;
  }
  const stop = new AbortController();
  const released = () => {
    stop.abort();
    // A click comes right behind its pointerup.
    setTimeout(act);
  };
  for (const event of ["pointerup", "pointercancel"]) {
    addEventListener(event, released, { capture: true, signal: stop.signal });
  }
}
