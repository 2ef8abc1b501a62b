import type { ShownInstant } from "@/lib/client/timeline/shown-instant";
import type { PlayedInstant } from "./kinds/kind";

const known = new WeakMap<ShownInstant, { [output: string]: PlayedInstant }>();

/** How the player of an output follows an instant; the same object for the same instant. */
export function playedInstant(shown: ShownInstant, output: string): PlayedInstant {
  const all = known.get(shown) ?? {};
  known.set(shown, all);
  const heard = shown.heard[output];
  const playing = shown.playing && heard?.waits === false;
  all[output] ??= { position: heard?.seconds, playing, rate: shown.rate };
  return all[output];
}
