/** How loud a tab plays: all its players, also after a reload. */
export interface Volume {
  readonly volume: number;
  readonly muted: boolean;
}

const key = "yieldcast:volume";
const listeners = new Set<(volume: Volume) => void>();
let current: Volume | undefined;

export function tabVolume(): Volume {
  current ??= remembered();
  return current;
}

export function setTabVolume(changes: Partial<Volume>): void {
  current = { ...tabVolume(), ...changes };
  try {
    sessionStorage.setItem(key, JSON.stringify(current));
  } catch {
    // It may be full, or refused; the volume then lasts until the next reload.
  }
  for (const listener of [...listeners]) listener(current);
}

export function onTabVolume(listener: (volume: Volume) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): Volume {
  try {
    const { volume, muted } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    const isVolume = typeof volume === "number" && volume >= 0 && volume <= 1;
    return { volume: isVolume ? volume : 1, muted: muted === true };
  } catch {
    return { volume: 1, muted: false };
  }
}
