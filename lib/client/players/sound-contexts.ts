/** How a browser's sound is reached: one context for each sample rate, shared by all players. */
export interface SoundHold {
  readonly context: AudioContext;
  /** It is to be heard from now on. Where the browser refuses that, `context.state` stays as it is. */
  resume(): void;
  /** It may sleep, as far as this holder goes. */
  rest(): void;
  release(): void;
}

interface Shared {
  readonly context: AudioContext;
  holders: number;
  awake: number;
  timer?: ReturnType<typeof setTimeout>;
}

const shared = new Map<number, Shared>();
const rateKey = "yieldcast:sample-rate";
const commonRate = 48_000;
/** Milliseconds for which a silent context is kept awake: waking takes a moment. */
const sleepAfter = 5000;

/** @param rate in Hz; where the browser has no such context, one of its own rate comes */
export function holdSound(rate: number): SoundHold {
  const known = shared.get(rate) ?? { context: createContext(rate), holders: 0, awake: 0 };
  shared.set(rate, known);
  known.holders++;
  remember(rate);
  let awake = false;
  let released = false;

  function setAwake(wanted: boolean): void {
    if (awake === wanted) return;
    awake = wanted;
    known.awake += wanted ? 1 : -1;
    clearTimeout(known.timer);
    if (known.awake > 0) return;
    known.timer = setTimeout(() => {
      if (known.holders === 0) close(rate);
      else void known.context.suspend().catch(() => {});
    }, sleepAfter);
  }

  return {
    context: known.context,
    resume() {
      setAwake(true);
      if (known.context.state !== "running") void known.context.resume().catch(() => {});
    },
    rest: () => setAwake(false),
    release() {
      if (released) return;
      released = true;
      setAwake(true);
      known.holders--;
      setAwake(false);
    },
  };
}

/**
 * Some browsers let a context be heard only if it was made or resumed while somebody pressed something,
 * and a run's sound comes later than the press on Run. So each press makes what will be needed.
 *
 * @returns ends it
 */
export function wakeSoundAtGestures(): () => void {
  const wake = () => {
    for (const { context, awake } of shared.values()) {
      if (awake > 0 && context.state !== "running") void context.resume().catch(() => {});
    }
    if (shared.size > 0) return;
    const hold = holdSound(rememberedRate());
    hold.resume();
    hold.release();
  };
  const gestures = ["click", "keydown", "pointerup"] as const;
  for (const gesture of gestures) addEventListener(gesture, wake, { capture: true, passive: true });
  return () => {
    for (const gesture of gestures) removeEventListener(gesture, wake, { capture: true });
  };
}

function createContext(sampleRate: number): AudioContext {
  try {
    return new AudioContext({ sampleRate, latencyHint: "balanced" });
  } catch {
    return new AudioContext({ latencyHint: "balanced" });
  }
}

function close(rate: number): void {
  const context = shared.get(rate)?.context;
  shared.delete(rate);
  void context?.close().catch(() => {});
}

function remember(rate: number): void {
  try {
    sessionStorage.setItem(rateKey, `${rate}`);
  } catch {
    // Then the first press makes one of the common rate.
  }
}

function rememberedRate(): number {
  try {
    return Number(sessionStorage.getItem(rateKey)) || commonRate;
  } catch {
    return commonRate;
  }
}
