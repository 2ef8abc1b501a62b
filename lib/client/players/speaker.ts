import { holdSound, type SoundHold } from "./sound-contexts";
import { onTabVolume, tabVolume } from "./volume";

/** Where one player's sound goes, as loud as the tab is set. */
export interface Speaker {
  /** At a sample rate in Hz, as soon as that is known. */
  open(rate: number): void;
  /** Wakes it. `undefined` where it is not open, or the browser does not let it be heard yet. */
  wake(): { context: AudioContext; output: AudioNode } | undefined;
  rest(): void;
  /** Whether the browser waits for somebody to press something. */
  isBlocked(): boolean;
  dispose(): void;
}

/** @param onChange it can be heard now, or cannot any more, or is louder or not so loud */
export function createSpeaker(onChange: () => void): Speaker {
  let hold: SoundHold | undefined;
  let output: GainNode | undefined;

  const stopVolume = onTabVolume(() => {
    applyVolume();
    onChange();
  });

  function applyVolume(): void {
    const { volume, muted } = tabVolume();
    // The ear hears a square of it as half as loud.
    if (output) output.gain.value = muted ? 0 : volume ** 2;
  }

  function close(): void {
    output?.disconnect();
    hold?.context.removeEventListener("statechange", onChange);
    hold?.release();
    hold = undefined;
    output = undefined;
  }

  return {
    open(rate) {
      if (hold?.context.sampleRate === rate) return;
      close();
      hold = holdSound(rate);
      output = new GainNode(hold.context);
      output.connect(hold.context.destination);
      hold.context.addEventListener("statechange", onChange);
      applyVolume();
    },
    wake() {
      hold?.resume();
      const isHeard = hold?.context.state === "running";
      return hold && output && isHeard ? { context: hold.context, output } : undefined;
    },
    rest: () => hold?.rest(),
    // Once somebody has pressed something, a context that does not run yet is about to.
    isBlocked: () =>
      hold !== undefined &&
      hold.context.state !== "running" &&
      !(navigator.userActivation?.hasBeenActive ?? false),
    dispose() {
      stopVolume();
      close();
    },
  };
}
